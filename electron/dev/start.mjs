// @ts-check
// `npm start`: opens the app; where there is no screen, plays the whole journey by itself and names what it made.
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { ensureBuild } from './build.mjs';
import { root, runScript, say } from './checkout.mjs';
import { run, tool } from './commands.mjs';
import { hasScreen, onHiddenScreen } from './display.mjs';
import { ensurePackages, ensureSystemPackages } from './packages.mjs';
import { ensureRuntime, runtimeEnvironment } from './runtime.mjs';

/** @param {import('./runtime.mjs').Runtime} runtime */
async function openApp(runtime) {
  const flags = [];
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    say('as root the window runs without its sandbox (--no-sandbox)');
    flags.push('--no-sandbox');
  }
  // Before Electron 38 a desktop with Wayland alone has to be asked for.
  if (!process.env['DISPLAY'] && process.env['WAYLAND_DISPLAY']) flags.push('--ozone-platform-hint=auto');
  const command = [runtime.executable, ...flags, root, ...process.argv.slice(2)];
  const { code } = await run(command, { output: 'theirs', env: runtimeEnvironment(runtime) });
  return code;
}

/** @param {import('./runtime.mjs').Runtime} runtime */
async function playJourney(runtime) {
  const stamp = new Date().toISOString().slice(0, 19).replace(/[T:]/g, '-');
  const folder = path.join(root, 'journey', stamp);
  mkdirSync(folder, { recursive: true });
  say('there is no screen here: the journey is played on a hidden one');
  const play = [...tool('@playwright/test', 'playwright'), 'test', '-c', 'test/journey.config.ts'];
  const { code } = await run(onHiddenScreen(play), {
    output: 'shown',
    group: true,
    env: { ...runtimeEnvironment(runtime), TIMBRE_JOURNEY_DIR: folder },
  });
  listMade(folder);
  return code;
}

/** @param {string} folder */
function listMade(folder) {
  const files = /** @type {string[]} */ (readdirSync(folder, { recursive: true })).sort();
  const sizes = files.map((file) => ({ file, stat: statSync(path.join(folder, file)) }));
  const lines = sizes
    .filter(({ stat }) => stat.isFile())
    .map(({ file, stat }) => `  ${file}  ${sizeOf(stat)}`);
  process.stdout.write(`${path.relative(root, folder)}${path.sep}\n${lines.join('\n') || '  (empty)'}\n`);
}

/** @param {{ size: number }} stat */
function sizeOf({ size }) {
  return size < 1024 ? `${size} bytes` : `${Math.round(size / 1024)} KB`;
}

await runScript(async () => {
  await ensureSystemPackages(hasScreen() ? 'window' : 'hidden window');
  await ensurePackages();
  const runtime = await ensureRuntime();
  await ensureBuild();
  return hasScreen() ? await openApp(runtime) : await playJourney(runtime);
});
