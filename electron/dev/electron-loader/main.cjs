// @ts-check
// What the stand-in runtime loads first, where Electron itself has its default app:
// `electron [-r module]… <folder or file of the app> [arguments…]`, or `electron --version`.
const { existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
// The two setters used here are not in the public types.
const app = /** @type {any} */ (require('electron')).app;

/** @param {string[]} words */
function readCommandLine(words) {
  const preloads = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '-r' || word === '--require') preloads.push(words[++at]);
    else if (word === '-v' || word === '--version') return { version: true, preloads };
    else if (!word.startsWith('-')) return { target: path.resolve(word), preloads };
  }
  return { preloads };
}

/**
 * The app's name and version decide where it keeps its data, so they must be set before it runs.
 * @param {string} target
 */
function introduce(target) {
  const file = path.join(target, 'package.json');
  if (!existsSync(file)) {
    app.setAppPath(path.dirname(target));
    return;
  }
  const { name, productName, version } = JSON.parse(readFileSync(file, 'utf8'));
  app.setName(productName ?? name);
  if (version) app.setVersion(version);
  app.setAppPath(target);
}

const { version, target, preloads } = readCommandLine(process.argv.slice(1));
if (version) {
  process.stdout.write(`v${process.versions['electron']}\n`);
  process.exit(0);
}
if (target === undefined) {
  process.stderr.write('Which app? electron <folder or file>\n');
  process.exit(1);
}
// `app.isPackaged` and the arguments of the command line are read from this by apps.
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
// The same two inner functions of node that Electron's own default app uses.
const inner = /** @type {any} */ (Module);
inner._preloadModules(preloads);
introduce(target);
inner._load(target, undefined, true);
