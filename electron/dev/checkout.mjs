// @ts-check
// Where things are in the checkout, and how the scripts of this folder speak.
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The root of the checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** What the scripts make once and keep: the runtime, and what is remembered about downloads. */
export const cacheFolder = fileURLToPath(new URL('../../node_modules/.cache/timbre', import.meta.url));

/**
 * Tells the person something. Always on stderr: the output of `npm run timbre` is for other programs to read.
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** A reason to stop that is fully told by its message; anything else thrown is a fault in a script. */
export class CannotGoOn extends Error {}

/**
 * Runs a script's body and ends the process with the exit code it returns; a `CannotGoOn` becomes one message.
 * @param {() => Promise<number>} body
 */
export async function runScript(body) {
  try {
    process.exitCode = await body();
  } catch (error) {
    if (!(error instanceof CannotGoOn)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}

/**
 * Whether this file is the one that node was asked to run, and not only imported.
 * @param {string} url the file's `import.meta.url`
 */
export function isAskedFor(url) {
  const asked = process.argv[1];
  return asked !== undefined && fileURLToPath(url) === realpathSync(asked);
}
