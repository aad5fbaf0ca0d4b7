#!/usr/bin/env node
// @ts-check
// Stands in for fpm where it cannot be fetched: just as much of `fpm -s dir -t deb` as electron-builder asks for,
// done with dpkg-deb.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

/** fpm's words for the scripts of a package, and Debian's. */
const scripts = /** @type {const} */ ({
  'before-install': 'preinst',
  'after-install': 'postinst',
  'before-remove': 'prerm',
  'after-remove': 'postrm',
});

const text = /** @type {const} */ ({ type: 'string' });
const texts = /** @type {const} */ ({ type: 'string', multiple: true });

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    force: { type: 'boolean' },
    debug: { type: 'boolean' },
    log: text,
    input: { ...text, short: 's' },
    output: { ...text, short: 't' },
    depends: { ...texts, short: 'd' },
    'deb-recommends': texts,
    'deb-compression': text,
    'deb-priority': text,
    ...Object.fromEntries(
      ['name', 'version', 'iteration', 'architecture', 'description'].map((name) => [name, text]),
    ),
    ...Object.fromEntries(
      ['maintainer', 'vendor', 'url', 'license', 'category', 'package'].map((name) => [name, text]),
    ),
    ...Object.fromEntries(Object.keys(scripts).map((name) => [name, text])),
  },
});

/** @param {string} name */
function value(name) {
  const found = /** @type {Record<string, unknown>} */ (values)[name];
  return typeof found === 'string' ? found : undefined;
}

/** @param {string} name */
function needed(name) {
  const found = value(name);
  if (found === undefined) throw new Error(`--${name} is missing`);
  return found;
}

/**
 * Copies `from=to` into the package: a folder's content (with a slash at its end), or a file.
 * @param {string} mapping
 * @param {string} top
 */
function place(mapping, top) {
  const [from = '', to = ''] = mapping.split('=');
  const target = path.join(top, to);
  mkdirSync(path.dirname(target), { recursive: true });
  cpSync(from, target, { recursive: true, verbatimSymlinks: true });
}

/** @param {string} top */
function controlText(top) {
  const kilobytes = execFileSync('du', ['-sk', top]).toString().split(/\s/)[0];
  const iteration = value('iteration');
  const fields = {
    Package: needed('name'),
    Version: iteration ? `${needed('version')}-${iteration}` : needed('version'),
    Architecture: needed('architecture'),
    Maintainer: needed('maintainer'),
    'Installed-Size': kilobytes,
    Depends: values.depends?.join(', '),
    Recommends: values['deb-recommends']?.join(', '),
    Section: value('category') ?? 'sound',
    Priority: value('deb-priority') ?? 'optional',
    Homepage: value('url'),
    Description: folded(value('description') ?? needed('name')),
  };
  const lines = Object.entries(fields).filter(([, content]) => content);
  return lines.map(([name, content]) => `${name}: ${content}\n`).join('');
}

/**
 * Debian's form for text of several lines: the first line is the summary, the others are indented.
 * @param {string} description
 */
function folded(description) {
  const lines = description.trim().split('\n');
  return lines.map((line) => line.trim() || '.').join('\n ');
}

function makePackage() {
  if (values.output !== 'deb') throw new Error(`Only a deb can be made here, not: ${values.output}`);
  const top = mkdtempSync(path.join(tmpdir(), 'timbre-deb-'));
  try {
    chmodSync(top, 0o755);
    for (const mapping of positionals) place(mapping, top);
    const control = controlText(top);
    const debian = path.join(top, 'DEBIAN');
    mkdirSync(debian);
    writeFileSync(path.join(debian, 'control'), control);
    for (const [name, script] of Object.entries(scripts)) {
      const file = value(name);
      if (file === undefined) continue;
      copyFileSync(file, path.join(debian, script));
      chmodSync(path.join(debian, script), 0o755);
    }
    const compression = value('deb-compression') === 'gz' ? 'gzip' : (value('deb-compression') ?? 'xz');
    execFileSync('dpkg-deb', ['--root-owner-group', `-Z${compression}`, '--build', top, needed('package')]);
    process.stdout.write(`${needed('package')}: ${statSync(needed('package')).size} bytes\n`);
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
}

makePackage();
