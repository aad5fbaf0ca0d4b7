import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

export const ROOT = resolve(import.meta.dirname, '../..');

export interface Launched {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Everything the app wrote to its terminal. */
  readonly output: () => string;
}

/** A data folder for one test; the undo removes it. */
export function temporaryHome(): { readonly home: string; readonly remove: () => void } {
  const home = mkdtempSync(join(tmpdir(), 'timbre-e2e-'));
  return { home, remove: () => rmSync(home, { recursive: true, force: true, maxRetries: 5 }) };
}

/**
 * Starts the built app on this data folder. `microphone` is a 44.1 kHz WAV that the fake device plays over and over from
 * the moment it is opened, which is when the Record screen is there, or only `once`; without one it beeps.
 */
export async function launchApp(options: {
  home: string;
  microphone?: string;
  once?: boolean;
  env?: Readonly<Record<string, string>>;
  args?: readonly string[];
  executablePath?: string;
}): Promise<Launched> {
  const { home, microphone, once = false, env = {}, args = [], executablePath } = options;
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && !entry[0].startsWith('TIMBRE_'),
    ),
  );
  const app = await _electron.launch({
    ...(executablePath && { executablePath }),
    args: [
      '--use-fake-device-for-media-stream',
      ...(microphone ? [`--use-file-for-fake-audio-capture=${microphone}${once ? '%noloop' : ''}`] : []),
      ...args,
      ...(executablePath ? [] : [ROOT]),
    ],
    cwd: ROOT,
    env: { ...inherited, ...env, TIMBRE_HOME: home },
  });
  let output = '';
  for (const stream of [app.process().stdout, app.process().stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  const page = await app.firstWindow();
  await page.getByRole('button', { name: 'Start recording' }).waitFor();
  return { app, page, output: () => output };
}

/** Ends the app as a crash or a power cut would: no handler runs. Resolves when the process is gone. */
export async function killApp({ app }: Launched): Promise<void> {
  const child = app.process();
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGKILL');
  await gone;
  await app.close().catch(() => undefined);
}
