// @ts-check
// `npm run package`: installers into release/. Without arguments those that can be tried out on this system;
// `npm run package -- --linux tar.gz` and the like go to electron-builder as they are.
import { chmodSync, existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './build.mjs';
import { root, runScript, say } from './checkout.mjs';
import { run, tool } from './commands.mjs';
import { onHiddenScreen } from './display.mjs';
import { ensurePackages, ensureSystemPackages } from './packages.mjs';
import { ensureRuntime } from './runtime.mjs';

const release = path.join(root, 'release');

/** On macOS and Windows the targets of electron-builder.yml; on Linux what needs no other tools. */
function targets() {
  const asked = process.argv.slice(2);
  if (asked.length > 0) return asked;
  return process.platform === 'linux' ? ['--linux', 'dir', 'deb'] : [];
}

/**
 * electron-builder fetches Electron and its own tools from one host. Where that host could not be reached for the
 * runtime, the runtime at hand is packed, and our stand-in takes the place of fpm.
 * @param {import('./runtime.mjs').Runtime} runtime
 */
function substitutes({ origin, dist, version }) {
  if (origin === 'own') return { options: [], env: {} };
  const options = [`-c.electronDist=${dist}`, `-c.electronVersion=${version}`];
  if (origin === 'stand-in') {
    say('packed with the stand-in runtime: to try out, not to ship');
    options.push('-c.deb.compression=gz'); // A quarter of the time that xz takes.
  }
  const fpm = process.env['CUSTOM_FPM_PATH'] ?? fileURLToPath(new URL('deb.mjs', import.meta.url));
  return { options, env: { CUSTOM_FPM_PATH: fpm } };
}

async function sevenZip() {
  const { path7za } = await import('7zip-bin');
  if (process.platform !== 'win32') chmodSync(path7za, 0o755);
  return { ELECTRON_BUILDER_7ZIP_PATH: path7za };
}

/** @param {number} since in ms: only what was made from then on */
function listMade(since) {
  if (!existsSync(release)) return;
  for (const name of readdirSync(release).sort()) {
    const place = path.join(release, name);
    if (statSync(place).mtimeMs < since || /^builder-|\.ya?ml$|^\./.test(name)) continue;
    process.stdout.write(`release/${name}  ${(sizeOf(place) / 1e6).toFixed(1)} MB\n`);
  }
}

/**
 * @param {string} place
 * @returns {number} in bytes, of a folder with all that is in it
 */
function sizeOf(place) {
  const stat = statSync(place);
  if (!stat.isDirectory()) return stat.size;
  const inside = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return inside.reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}

/** The packaged app has to finish the journey, too: what works from the checkout can be missing from the archive. */
async function playPackaged() {
  await ensureSystemPackages('hidden window');
  say('the packaged app plays the journey …');
  const play = [...tool('@playwright/test', 'playwright'), 'test', '-c', 'test/packaged/packaged.config.ts'];
  return (await run(onHiddenScreen(play), { output: 'shown', group: true })).code;
}

await runScript(async () => {
  await ensurePackages();
  const { options, env } = substitutes(await ensureRuntime());
  await ensureBuild();
  const start = Date.now();
  const command = [...tool('electron-builder'), ...targets(), ...options, '--publish', 'never'];
  // It asks npm which packages belong to the app and reads the answer, which our .npmrc would silence.
  const npmSpeaks = { npm_config_loglevel: 'error' };
  const { code } = await run(command, {
    output: 'told',
    env: { ...npmSpeaks, ...(await sevenZip()), ...env },
  });
  if (code !== 0) return code;
  listMade(start);
  return process.platform === 'linux' && process.argv.length === 2 ? await playPackaged() : code;
});
