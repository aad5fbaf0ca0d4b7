import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createJobRunner } from '../../electron/jobs/create-runner.ts';
import type { Job } from '../../electron/jobs/job.ts';

const jobCount = 60;
const killCount = 12;
const worthRewriting = 1_200_000;
let folder = '';
let lines: readonly string[] = [];
let jobs: readonly Job[] = [];
/** How each killed process ended: `SIGKILL`, or `0` where it was done before. */
const ends: string[] = [];

/** Node cannot run the child's TypeScript by itself. */
async function bundleChild(outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: join(import.meta.dirname, 'killed-child.ts'),
      outDir,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'killed-child.mjs' } },
    },
  });
}

function startChild(data: string): { readonly child: ChildProcess; readonly ended: Promise<string> } {
  const child = spawn(process.execPath, [join(folder, 'built', 'killed-child.mjs'), data, `${jobCount}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<string>((resolve) =>
    child.on('exit', (code, signal) => resolve(signal ?? `${code}`)),
  );
  return { child, ended };
}

/**
 * Kills the child at any instant from when it opens the journal, until it was killed often enough and has left behind a
 * journal worth rewriting.
 */
async function killOften(data: string): Promise<void> {
  for (let bytes = 0; ends.length < killCount || (bytes < worthRewriting && ends.length < 60); ) {
    const { child, ended } = startChild(data);
    // On a busy computer little is done in 200 ms: the later ones are given longer.
    const latestKill = 200 + 20 * ends.length;
    child.stdout?.once('data', () => setTimeout(() => child.kill('SIGKILL'), Math.random() * latestKill));
    ends.push(await ended);
    bytes = Math.max(bytes, (await stat(join(data, 'journal.jsonl')).catch(() => ({ size: 0 }))).size);
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'timbre-kill-'));
  await bundleChild(join(folder, 'built'));
  const data = join(folder, 'data');
  await mkdir(data);
  await killOften(data);
  expect(await startChild(data).ended).toBe('0');
  lines = (await readFile(join(data, 'ledger.txt'), 'utf8')).trim().split('\n');
  const opened = await createJobRunner({ folder: data, kinds: [] });
  if (!opened.ok) throw new Error(opened.fault.detail);
  jobs = opened.value.list();
  await opened.value.stop();
  lines = [...lines, ...(await readdir(data)).map((name) => `file ${name}`)];
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the ledger says of one thing, in order. */
function told(verb: string): readonly string[] {
  return lines.filter((line) => line.startsWith(`${verb} `)).map((line) => line.slice(verb.length + 1));
}

/** Lines that come although an earlier line said that they never would. */
function after(end: string, again: string): readonly string[] {
  const ended = new Set<string>();
  return lines.filter((line) => {
    const [verb = '', ...rest] = line.split(' ');
    if (verb === end) ended.add(rest.join(' '));
    return verb === again && ended.has(rest.join(' '));
  });
}

const twice = (items: readonly string[]): readonly string[] =>
  items.filter((item, i) => items.indexOf(item) !== i);
const allIds = Array.from({ length: jobCount }, (_, i) => `job-${i}`);

test('the process was killed while there was work', () => {
  expect(ends.filter((end) => end !== 'SIGKILL' && end !== '0')).toEqual([]);
  expect(ends.filter((end) => end === 'SIGKILL').length).toBeGreaterThan(killCount / 2);
  expect(told('found').length).toBeGreaterThan(killCount / 2);
});

test('no job is lost, and the order is kept', () => {
  expect(jobs.map((job) => job.id)).toEqual(allIds);
});

test('every job is done, and was told to be done no more than once', () => {
  expect(jobs.filter((job) => job.state.status !== 'done')).toEqual([]);
  expect(twice(told('done'))).toEqual([]);
});

test('no job that was told to be done runs again', () => {
  expect(after('done', 'begin')).toEqual([]);
});

test('no step is begun again once its note is written', () => {
  expect(after('noted', 'step')).toEqual([]);
});

test('everything is paid exactly once', () => {
  expect([...told('paid')].sort()).toEqual(allIds.flatMap((id) => [`${id} one`, `${id} two`]).sort());
});

test('jobs of a lane begin in the order they were asked', () => {
  const firstBegins = [...new Set(told('begin'))];
  for (const lane of [0, 1]) {
    const inLane = (id: string): boolean => Number(id.slice(4)) % 2 === lane;
    expect(firstBegins.filter(inLane)).toEqual(allIds.filter(inLane));
  }
});

test('the journal was rewritten on the way, and never found damaged', () => {
  const found = told('found').map(Number);
  const shrunk = lines.filter((line, i) => {
    const before = lines[i - 1];
    return (
      line.startsWith('opened ') &&
      before?.startsWith('found ') &&
      Number(line.slice(7)) < Number(before.slice(6))
    );
  });
  expect(Math.max(...found)).toBeGreaterThan(1_000_000);
  expect(shrunk.length).toBeGreaterThan(0);
  expect([told('damaged'), told('file').filter((name) => name !== 'ledger.txt')]).toEqual([
    [],
    ['journal.jsonl'],
  ]);
});
