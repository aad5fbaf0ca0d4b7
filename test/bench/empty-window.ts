import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What its one button says. */
export const EMPTY_BUTTON = 'Nothing';

const MAIN = `
const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1120, height: 760 });
  void window.loadFile('index.html');
});
app.on('window-all-closed', () => app.quit());
process.on('SIGTERM', () => app.quit());
`;

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title>
<button type="button">${EMPTY_BUTTON}</button></html>`;

/** An Electron app that is only a window with a button, as large as Timbre's: what Electron itself costs. */
export interface EmptyApp {
  /** Chromium's own files go here, not into the person's. */
  readonly args: readonly string[];
  readonly remove: () => void;
}

/** Writes the empty app to a folder of its own; the undo removes it. */
export function makeEmptyApp(): EmptyApp {
  const folder = mkdtempSync(join(tmpdir(), 'timbre-empty-'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', main: 'main.cjs' }));
  writeFileSync(join(folder, 'main.cjs'), MAIN);
  writeFileSync(join(folder, 'index.html'), PAGE);
  return {
    args: [`--user-data-dir=${join(folder, 'data')}`, folder],
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}
