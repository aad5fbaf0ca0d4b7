// @ts-check
// `npm test`: format and lint, types, unit tests, build, end-to-end tests. A failure does not keep the rest from
// being run and told. The last line is the sum: `N passed, N failed`.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureBuild } from './build.mjs';
import { CannotGoOn, root, runScript, say } from './checkout.mjs';
import { run, tool, wasAskedToStop } from './commands.mjs';
import { onHiddenScreen } from './display.mjs';
import { ensurePackages, ensureSystemPackages } from './packages.mjs';
import { ensureRuntime, runtimeEnvironment } from './runtime.mjs';
import { crashed, inWords, sumOf, tallyOfCheck, tallyOfPlaywright, tallyOfVitest } from './tally.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */

const unitReport = path.join(root, 'test-results', 'unit.json');
/** The same place as in playwright.config.ts. */
const endToEndReport = path.join(root, 'test-results', 'end-to-end.json');

/** A log shows colours as noise; two of the tools colour it all the same unless told. */
const plain = Boolean(process.env['CI']) || !process.stdout.isTTY;

/** @type {NodeJS.ProcessEnv} */
let runtimeEnv = {};

/** @typedef {{ name: string, tally: () => Promise<Tally>, needs?: string[] }} Step */

/** @type {Step[]} */
const steps = [
  { name: 'packages', tally: prepared(ensurePackages) },
  { name: 'system packages', tally: prepared(() => ensureSystemPackages('hidden window')) },
  { name: 'runtime', tally: prepared(findRuntime) },
  { name: 'lint', tally: lint },
  { name: 'types', tally: types },
  { name: 'unit', tally: unit },
  { name: 'build', tally: prepared(ensureBuild) },
  // On the app of an earlier build it would tell of something that is no more.
  { name: 'end to end', tally: endToEnd, needs: ['runtime', 'build'] },
];

/**
 * A step that is no test: it counts only when it fails.
 * @param {() => Promise<unknown>} work
 * @returns {() => Promise<Tally>}
 */
function prepared(work) {
  return async () => {
    await work();
    return { passed: 0, failed: 0, skipped: 0 };
  };
}

async function findRuntime() {
  runtimeEnv = runtimeEnvironment(await ensureRuntime());
}

async function lint() {
  return tallyOfCheck(await shown([...tool('@biomejs/biome'), 'ci', ...(plain ? ['--colors=off'] : [])]));
}

async function types() {
  return tallyOfCheck(
    await shown([...tool('typescript', 'tsc'), '--build', ...(plain ? ['--pretty', 'false'] : [])]),
  );
}

async function unit() {
  rmSync(unitReport, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`];
  const code = await shown([...tool('vitest'), 'run', ...reporters], plain ? { NO_COLOR: '1' } : {});
  return tallyOfVitest(readReport(unitReport), code);
}

async function endToEnd() {
  rmSync(endToEndReport, { force: true });
  const code = await shown(onHiddenScreen([...tool('@playwright/test', 'playwright'), 'test']), runtimeEnv);
  return tallyOfPlaywright(readReport(endToEndReport), code);
}

/**
 * @param {string[]} command
 * @param {NodeJS.ProcessEnv} [env]
 */
async function shown(command, env = {}) {
  const { code, output } = await run(command, { output: 'shown', group: true, env });
  // Only a program that could not be started has left something here.
  if (output) say(output);
  return code;
}

/** @param {string} file */
function readReport(file) {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // Torn: the runner was ended while it wrote.
  }
}

/**
 * @param {Step} step
 * @param {{ name: string, tally: Tally }[]} before
 * @returns {Promise<Tally>}
 */
async function tallyOf({ name, tally, needs = [] }, before) {
  process.stdout.write(`\n── ${name}\n`);
  const lacking = before.find((step) => needs.includes(step.name) && step.tally.failed > 0);
  if (lacking) {
    say(`not run: the ${lacking.name} failed`);
    return crashed;
  }
  try {
    return await tally();
  } catch (error) {
    say(error instanceof CannotGoOn ? error.message : String(error instanceof Error ? error.stack : error));
    return crashed;
  }
}

/** @param {{ name: string, seconds: number, tally: Tally }} step */
function line({ name, seconds, tally }) {
  const { passed, failed, skipped } = tally;
  const words = passed + failed + skipped > 0 ? inWords(tally) : 'done';
  return `${name.padEnd(16)} ${seconds.toFixed(1).padStart(6)} s  ${words}\n`;
}

await runScript(async () => {
  const told = [];
  for (const step of steps) {
    const start = performance.now();
    const tally = await tallyOf(step, told);
    told.push({ name: step.name, tally, seconds: (performance.now() - start) / 1000 });
    // Without its packages nothing can be run; after Ctrl-C nothing more shall.
    if (wasAskedToStop() || (step.name === 'packages' && tally.failed > 0)) break;
  }
  const sum = sumOf(told.map(({ tally }) => tally));
  const good = sum.failed === 0 && sum.passed > 0 && !wasAskedToStop();
  process.stdout.write(`\n${told.map(line).join('')}${inWords(sum)}\n`);
  return good ? 0 : 1;
});
