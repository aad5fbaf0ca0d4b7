// @ts-check
// Runs other programs: what they print goes where the caller says, and a signal reaches them too.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { root } from './checkout.mjs';

/**
 * @typedef {object} RunOptions
 * @property {'shown' | 'told' | 'kept' | 'theirs'} [output] shown: our stdout and stderr; told: all on stderr;
 *   kept: only in the result; theirs: the child shares our terminal, its stdin too. Default: told.
 * @property {string} [cwd] default: the root of the checkout
 * @property {NodeJS.ProcessEnv} [env] what to add to our own environment
 * @property {number} [seconds] stopped when it takes longer; default: no bound
 * @property {boolean} [group] a process group of its own: a signal then reaches its children as well
 */

const stdioOf = /** @type {const} */ ({
  shown: ['ignore', 'inherit', 'inherit'],
  told: ['ignore', 2, 2],
  kept: ['ignore', 'pipe', 'pipe'],
  theirs: ['inherit', 'inherit', 'inherit'],
});

/**
 * Runs a program to its end. The code is 127 when it could not be started, 128 + n when signal n ended it.
 * @param {string[]} command the program and its arguments
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run([program = '', ...args], { output = 'told', cwd = root, env, seconds, group } = {}) {
  const detached = group === true && process.platform !== 'win32';
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: [...stdioOf[output]],
    detached,
  });
  let kept = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      kept += text;
    });
  }
  const send = (/** @type {NodeJS.Signals} */ signal) => sendSignal(child, { signal, detached });
  const stopPassing = passSignals(send);
  const timer = seconds === undefined ? undefined : setTimeout(() => send('SIGKILL'), seconds * 1000);
  return new Promise((resolve) => {
    const settle = (/** @type {number} */ code) => {
      stopPassing();
      clearTimeout(timer);
      resolve({ code, output: kept });
    };
    child.once('error', (error) => {
      kept += `${error.message}\n`;
      settle(127);
    });
    child.once('close', (code, signal) => settle(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {{ signal: NodeJS.Signals, detached: boolean }} what
 */
function sendSignal(child, { signal, detached }) {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    process.kill(detached ? -child.pid : child.pid, signal);
  } catch {
    // It has ended in the meantime.
  }
}

/**
 * Passes the signals that ask us to stop on to a child, so that it ends in order and we wait for it. One Ctrl-C
 * can arrive here two or three times (from the terminal and from npm): repeats within a second are dropped.
 * @param {(signal: NodeJS.Signals) => void} send
 */
function passSignals(send) {
  let last = Number.NEGATIVE_INFINITY;
  const pass = (/** @type {NodeJS.Signals} */ signal) => {
    stopAsked = true;
    if (performance.now() - last < 1000) return;
    last = performance.now();
    send(signal);
  };
  const signals = /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.on(signal, pass);
  const stopWatching = watchParent(() => pass('SIGTERM'));
  return () => {
    for (const signal of signals) process.off(signal, pass);
    stopWatching();
  };
}

/**
 * npm passes a signal on to the shell that it starts us with, and there it ends: some shells die of it and leave us
 * running. So under npm, losing the parent means the same as the signal.
 * @param {() => void} onLost
 */
function watchParent(onLost) {
  const parent = process.ppid;
  if (process.platform === 'win32' || !process.env['npm_lifecycle_event']) return () => {};
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onLost();
  }, 200);
  return () => clearInterval(timer);
}

let stopAsked = false;

/** Whether someone asked this script to stop while a program ran: what comes after it is then left out. */
export function wasAskedToStop() {
  return stopAsked;
}

/**
 * The command of a tool among the npm packages, by node directly: quicker than npx, and the same on Windows.
 * @param {string} packageName
 * @param {string} [bin] the tool's name; default: the last part of the package's name
 */
export function tool(packageName, bin = path.basename(packageName)) {
  const folder = path.join(root, 'node_modules', packageName);
  const { bin: bins } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return [process.execPath, path.join(folder, typeof bins === 'string' ? bins : bins[bin])];
}

/** The npm that started us, or the one in the path. */
export function npm() {
  const script = process.env['npm_execpath'];
  if (script?.endsWith('npm-cli.js')) return [process.execPath, script];
  return process.platform === 'win32' ? ['cmd.exe', '/d', '/c', 'npm'] : ['npm'];
}
