// @ts-check
// The packages a command needs: from npm as the lock file says, and from Debian or Ubuntu for a window.
// Node built-ins only: in a new clone this runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CannotGoOn, root, say } from './checkout.mjs';
import { npm, run } from './commands.mjs';
import { withLock } from './lock.mjs';

/** Installs the npm packages when what is installed is not what package-lock.json names. */
export async function ensurePackages() {
  if (packagesAreThere()) return;
  await withLock('packages', async () => {
    if (packagesAreThere()) return;
    say('installing the npm packages …');
    // All packages are development packages: the app is bundled. NODE_ENV=production would leave them out.
    const { code } = await run([...npm(), 'ci', '--loglevel=error', '--include=dev', '--no-progress']);
    if (code !== 0) throw new CannotGoOn('The npm packages could not be installed (npm ci).');
  });
}

/**
 * npm keeps its own note of what it installed, in the lock file's form: the same versions in both mean that there
 * is nothing to do, whoever ran npm. An optional package may be missing (it is for another system).
 */
function packagesAreThere() {
  const installed = readLock('node_modules/.package-lock.json');
  const wanted = readLock('package-lock.json');
  if (wanted === undefined) throw new CannotGoOn('package-lock.json is missing.');
  if (installed === undefined) return false;
  return Object.entries(wanted).every(([folder, { version, optional }]) => {
    if (folder === '') return true;
    const there = installed[folder];
    return there === undefined ? optional === true : there.version === version;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }> | undefined}
 */
function readLock(file) {
  const place = path.join(root, file);
  return existsSync(place) ? JSON.parse(readFileSync(place, 'utf8')).packages : undefined;
}

/** What Electron loads at its start; the second name is the one since Debian 13 and Ubuntu 24.04. */
const forWindow = [
  'libgtk-3-0|libgtk-3-0t64',
  'libasound2|libasound2t64',
  'libatk-bridge2.0-0|libatk-bridge2.0-0t64',
  ...['libnss3', 'libgbm1', 'libdrm2', 'libxss1', 'libnotify4', 'libxtst6'],
];

/** What a window without a screen needs besides. */
const forHiddenWindow = [...forWindow, 'dbus-x11', 'xvfb', 'xauth'];

/**
 * Sees to the system packages of Debian and Ubuntu; elsewhere it does nothing. As root it installs what is missing,
 * else it stops with the one command to type.
 * @param {'window' | 'hidden window'} purpose
 */
export async function ensureSystemPackages(purpose) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return;
  const wanted = purpose === 'window' ? forWindow : forHiddenWindow;
  if (missingOf(wanted).length === 0) return;
  if (process.getuid?.() !== 0) {
    const names = missingOf(wanted).map(nameHere).join(' ');
    throw new CannotGoOn(
      `These system packages are missing; please type:\nsudo apt-get install -y --no-install-recommends ${names}`,
    );
  }
  await withLock('system packages', () => install(wanted));
}

/** @param {string[]} wanted */
async function install(wanted) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  let told = '';
  for (let attempt = 1; attempt <= 2; attempt++) {
    if (missingOf(wanted).length === 0) return;
    say(`installing system packages: ${missingOf(wanted).map(nameHere).join(' ')} …`);
    const update = await run(['apt-get', 'update', '-q'], { output: 'kept', env });
    const names = missingOf(wanted).map(nameHere);
    const added = await run(['apt-get', 'install', '-q', '-y', '--no-install-recommends', ...names], {
      output: 'kept',
      env,
    });
    told = update.output + added.output;
  }
  if (missingOf(wanted).length === 0) return;
  say(told.split('\n').slice(-30).join('\n'));
  throw new CannotGoOn('The system packages could not be installed (apt-get).');
}

/**
 * Those of the entries of which no name is installed.
 * @param {string[]} wanted
 */
function missingOf(wanted) {
  const names = wanted.flatMap((entry) => entry.split('|'));
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own format
  const format = '${Package} ${db:Status-Status}\n';
  // Exits with 1 when a name is unknown, and lists the others all the same.
  const query = spawnSync('dpkg-query', ['-W', '-f', format, ...names]);
  const installed = new Set(query.stdout.toString().split('\n'));
  return wanted.filter((entry) => !entry.split('|').some((name) => installed.has(`${name} installed`)));
}

/**
 * The name under which this system has the package.
 * @param {string} entry
 */
function nameHere(entry) {
  const [first = entry, ...others] = entry.split('|');
  return others.find((name) => spawnSync('apt-cache', ['show', name]).status === 0) ?? first;
}
