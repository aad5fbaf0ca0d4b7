// @ts-check
// Which Electron runs: one that is named, the npm package's own, else (on linux x64) the stand-in.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CannotGoOn, cacheFolder, root, say } from './checkout.mjs';
import { run } from './commands.mjs';
import { withLock } from './lock.mjs';
import { makeStandIn, standInFits, standInVersion } from './stand-in-runtime.mjs';

/**
 * @typedef {object} Runtime
 * @property {string} version
 * @property {string} dist the folder with the executable
 * @property {string} executable
 * @property {'given' | 'own' | 'stand-in'} origin
 */

const electronPackage = path.join(root, 'node_modules', 'electron');
const ownDist = path.join(electronPackage, 'dist');
const standInDist = path.join(cacheFolder, `electron-${standInVersion}`);
const triedFile = path.join(cacheFolder, 'download-failed');

const downloadSeconds = 300;
const dayMs = 86_400_000;

/**
 * Finds or makes the Electron to run, and tells in one line which and why. The npm packages must be there.
 * @returns {Promise<Runtime>}
 */
export async function ensureRuntime() {
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (given) return tell(runtimeIn(path.resolve(given), 'given'), 'ELECTRON_OVERRIDE_DIST_PATH names it');
  const present = ownIfPresent();
  if (present) return tell(present, "the electron package's own");
  return await withLock('runtime', async () => {
    const own = ownIfPresent() ?? (await download());
    if (own) return tell(own, "the electron package's own");
    const why = `a stand-in for ${wantedVersion()}, whose own download did not work`;
    if (versionIn(standInDist) !== standInVersion) await makeStandIn(standInDist);
    return tell(runtimeIn(standInDist, 'stand-in'), why);
  });
}

/**
 * The environment by which the electron package, Playwright and electron-vite find the runtime.
 * @param {Runtime} runtime
 */
export function runtimeEnvironment({ dist, executable }) {
  return { ELECTRON_OVERRIDE_DIST_PATH: dist, ELECTRON_EXEC_PATH: executable };
}

/**
 * The package has no install step: it downloads when it is first used. Where the stand-in can take its place, that is
 * bounded in time, and a failure is remembered for a day, so that each start does not wait for it again.
 */
async function download() {
  if (standInFits() && failedToday()) return undefined;
  say(`fetching Electron ${wantedVersion()} …`);
  const bound = standInFits() ? { seconds: downloadSeconds } : {};
  const script = path.join(electronPackage, 'install.js');
  const { output } = await run([process.execPath, script], { output: 'kept', group: true, ...bound });
  const own = ownIfPresent();
  if (own) return own;
  const reason = output.split('\n').find((line) => line.includes('Error')) ?? 'it took too long';
  if (!standInFits()) throw new CannotGoOn(`Electron ${wantedVersion()} could not be fetched: ${reason}`);
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(triedFile, `${reason}\n`);
  say(`that did not work (${reason.trim()}); it is tried again tomorrow, or when this is gone: ${triedFile}`);
  return undefined;
}

function failedToday() {
  return existsSync(triedFile) && Date.now() - statSync(triedFile).mtimeMs < dayMs;
}

/** The package's own dist, if it is whole: install.js writes path.txt last. */
function ownIfPresent() {
  if (versionIn(ownDist) !== wantedVersion() || !existsSync(path.join(electronPackage, 'path.txt'))) return;
  return runtimeIn(ownDist, 'own');
}

function wantedVersion() {
  return String(JSON.parse(readFileSync(path.join(electronPackage, 'package.json'), 'utf8')).version);
}

/** @param {string} dist */
function versionIn(dist) {
  const file = path.join(dist, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : undefined;
}

/**
 * @param {string} dist
 * @param {Runtime['origin']} origin
 * @returns {Runtime}
 */
function runtimeIn(dist, origin) {
  const executable = path.join(dist, executableName());
  if (!existsSync(executable)) throw new CannotGoOn(`There is no Electron in ${dist}.`);
  return { dist, executable, origin, version: versionIn(dist) ?? 'of unknown version' };
}

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/**
 * @param {Runtime} runtime
 * @param {string} why
 */
function tell(runtime, why) {
  say(`runtime: Electron ${runtime.version} (${why})`);
  return runtime;
}
