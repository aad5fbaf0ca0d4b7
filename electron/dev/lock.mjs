// @ts-check
// One at a time: two commands started together in a new clone must not both install or build.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotGoOn, root, say } from './checkout.mjs';

const patienceSeconds = 900;

/**
 * Runs the work while holding a lock of this checkout; waits for its turn, at most 15 minutes. A lock whose
 * holder has died is taken over. The lock is a folder outside the checkout, since `npm ci` empties node_modules.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(name, work) {
  const checkout = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const folder = path.join(tmpdir(), `timbre-${process.getuid?.() ?? 'user'}-${checkout}`);
  const lock = path.join(folder, name);
  mkdirSync(folder, { recursive: true });
  for (let waited = 0; !take(lock); waited += 0.2) {
    if (waited === 0) say(`waiting for another command that is at the ${name} …`);
    if (waited > patienceSeconds) throw new CannotGoOn(`The ${name} is still locked by ${lock}.`);
    await sleep(200);
  }
  const letGo = () => rmSync(lock, { recursive: true, force: true });
  process.once('exit', letGo);
  try {
    return await work();
  } finally {
    process.off('exit', letGo);
    letGo();
  }
}

/**
 * A folder with our process id in it is moved to the lock's name, which succeeds for one only.
 * @param {string} lock
 */
function take(lock) {
  const mine = mkdtempSync(`${lock}-`);
  writeFileSync(path.join(mine, 'pid'), String(process.pid));
  for (const last of [false, true]) {
    try {
      renameSync(mine, lock);
      return true;
    } catch {
      if (!last && !isHeld(lock)) rmSync(lock, { recursive: true, force: true });
    }
  }
  rmSync(mine, { recursive: true, force: true });
  return false;
}

/** @param {string} lock */
function isHeld(lock) {
  try {
    process.kill(Number(readFileSync(path.join(lock, 'pid'), 'utf8')), 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
