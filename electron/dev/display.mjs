// @ts-check
// Where windows are shown: on the person's screen, or on a hidden one that Xvfb makes.
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Whether a window opened now would be seen by someone. */
export function hasScreen() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/**
 * The same command on a hidden screen of 1280 × 800, so that nothing pops up. Only Linux has such a screen: elsewhere,
 * and on a Linux with a screen but without Xvfb, the command stays as it is.
 * @param {string[]} command
 */
export function onHiddenScreen(command) {
  if (process.platform !== 'linux') return command;
  if (!isInPath('xvfb-run') && hasScreen()) return command;
  return ['xvfb-run', '-a', '-s', '-screen 0 1280x800x24', ...command];
}

/** @param {string} program */
function isInPath(program) {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.some((folder) => existsSync(path.join(folder, program)));
}
