import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CALL_NAMES, EVENT_NAMES } from '../electron/contract/calls.ts';
import { parsers } from '../electron/contract/parsers.ts';

const ROOT = resolve(import.meta.dirname, '..');

/** Which rooms of electron/ a room may import from, besides itself and the ground floor. `types` only where said. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  recording: [],
  jobs: [],
  a2e: [],
  cloning: ['recording', 'jobs', 'a2e'],
  speaking: ['cloning', 'recording', 'jobs', 'a2e'],
  library: ['recording', 'cloning', 'speaking', 'jobs', 'a2e/wire.ts'],
  contract: ['recording', 'cloning', 'speaking', 'jobs', 'a2e', 'library', 'local-server/pocket/model.ts'],
  // The server shares with the client what both read off A2E's page: the wire's shapes, and which model speaks what.
  'local-server': ['recording', 'a2e/wire.ts', 'a2e/model-facts.ts'],
  shell: ['contract', 'library', 'recording', 'speaking/exporting/sound-file.ts'],
  boot: ['contract', 'library', 'speaking', 'cloning', 'recording', 'jobs', 'a2e', 'local-server'],
  'command-line': ['boot', 'contract', 'library', 'speaking', 'cloning', 'recording', 'jobs', 'a2e'],
};
/** What every room may stand on. */
const GROUND = ['result.ts', 'disk', 'processes'];
/** The files at the front door; nobody imports them. */
const DOORS = ['main.ts', 'preload.ts', 'timbre.ts'];
/** What the window may import from electron/: the contract and pure station files, and of those no value that reads a disk. */
const WINDOW_MAY = [
  'contract/calls.ts',
  'contract/fault-words.ts',
  'contract/faults.ts',
  'contract/fault-table.ts',
  'cloning/sample/sample.ts',
  'cloning/sample/sample-draft.ts',
  'cloning/sample/script-parts.ts',
  'cloning/sample/consent.ts',
  'result.ts',
  'cloning/engines/engines.ts',
  'cloning/engines/languages.ts',
  'cloning/engines/recommend-model.ts',
  'cloning/voice/find-voices.ts',
  'cloning/voice/manner.ts',
  'cloning/voice/receipt.ts',
  'cloning/voice/sync-report.ts',
  'cloning/voice/remade-voice.ts',
  'cloning/voice/voice.ts',
  'recording/take.ts',
  'recording/quality/report.ts',
  'recording/quality/coach.ts',
  'recording/quality/coach-words.ts',
  'recording/quality/room-check.ts',
  'recording/quality/report.ts',
  'recording/quality/bounds.ts',
  'recording/quality/span.ts',
  'recording/quality/speech-gate.ts',
  'recording/quality/coach.ts',
  'recording/quality/coach-words.ts',
  'recording/quality/room-check.ts',
  'speaking/batches/batch.ts',
  'speaking/batches/change-lines.ts',
  'speaking/clip.ts',
  'speaking/batches/line-words.ts',
  'speaking/documents/document.ts',
  'speaking/exporting/name-template.ts',
  'speaking/exporting/sound-file.ts',
  'speaking/exporting/subtitles.ts',
  'speaking/find-clips.ts',
  'speaking/batches/track.ts',
  'speaking/joining/sentence-times.ts',
  'cloning/sample/own-lines.ts',
  'speaking/joining/proof-listen.ts',
  'speaking/text/estimate.ts',
  'speaking/text/language-fit.ts',
  'speaking/text/paragraph-ends.ts',
  'speaking/comparison.ts',
  'speaking/preview-lines.ts',
  'cloning/voice/keep-alive.ts',
  'cloning/sample/held-out.ts',
  'library/settings.ts',
  'jobs/job.ts',
  'a2e/wire.ts',
];

interface Import {
  readonly from: string;
  /** A file relative to the root, or a package's name. */
  readonly to: string;
}

const files = ['electron', 'renderer'].flatMap(sourcesIn);
const imports = files.flatMap(importsOf);
const inElectron = imports.filter(({ from }) => from.startsWith('electron/'));

describe('the house', () => {
  it('has every file of electron/ in a room or at the front door', () => {
    const strays = files
      .filter((file) => file.startsWith('electron/'))
      .map((file) => file.split('/'))
      .filter(([, room = '', inside]) => !(inside ? room in ROOMS || GROUND.includes(room) : isAtDoor(room)));
    expect(strays.map((parts) => parts.join('/'))).toEqual([]);
  });

  it('lets each room import only what it may', () => {
    const wrong = inElectron
      .filter(({ to }) => to.startsWith('electron/'))
      .filter(({ from, to }) => !mayImport(from, to));
    expect(wrong).toEqual([]);
  });

  it('lets nobody import a front door', () => {
    expect(imports.filter(({ to }) => DOORS.includes(to.replace(/^electron\//, '')))).toEqual([]);
  });

  it('lets only shell/, main.ts and preload.ts import electron', () => {
    const wrong = imports
      .filter(({ to }) => to === 'electron' || to === 'electron-store')
      .filter(({ from }) => !/^electron\/(shell\/|main\.ts$|preload\.ts$)/.test(from));
    expect(wrong).toEqual([]);
  });

  it('lets the window import only the contract and pure station files', () => {
    const wrong = imports
      .filter(({ from, to }) => from.startsWith('renderer/') && to.startsWith('electron/'))
      .filter(({ to }) => !WINDOW_MAY.includes(to.replace(/^electron\//, '')));
    expect(wrong).toEqual([]);
  });

  it('names window.timbre in bridge.ts alone', () => {
    const naming = files.filter(
      (file) => file.startsWith('renderer/') && /window\.timbre\b/.test(read(file)),
    );
    expect(naming).toEqual(['renderer/bridge.ts']);
  });

  it('imports in no circle', () => {
    expect(findCircle(imports.filter(({ to }) => files.includes(to)))).toEqual([]);
  });

  it('finds a circle where there is one', () => {
    const ring = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
      { from: 'c', to: 'b' },
    ];
    expect(findCircle(ring)).toEqual(['b', 'c', 'b']);
  });

  it('has a parser for each call and no other', () => {
    expect(Object.keys(parsers).sort()).toEqual([...CALL_NAMES].sort());
    expect(EVENT_NAMES.length).toBeGreaterThan(0);
  });

  it('has no file over 250 lines', () => {
    expect(files.filter((file) => read(file).split('\n').length > 251)).toEqual([]);
  });
});

function isAtDoor(name: string): boolean {
  return DOORS.includes(name) || GROUND.includes(name) || name.endsWith('.d.ts');
}

function mayImport(from: string, to: string): boolean {
  const [, room = ''] = from.split('/');
  const target = to.replace(/^electron\//, '');
  const [targetRoom = ''] = target.split('/');
  if (GROUND.includes(targetRoom)) return true;
  if (DOORS.includes(room))
    return room !== 'preload.ts' || targetRoom === 'contract' || targetRoom === 'shell';
  if (GROUND.includes(room)) return false;
  return (
    targetRoom === room ||
    (ROOMS[room]?.some((allowed) => allowed === target || allowed === targetRoom) ?? false)
  );
}

function sourcesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name).split(sep).join('/'));
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

function importsOf(from: string): Import[] {
  const found = read(from).matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)import\s*'([^']+)'/g,
  );
  return [...found].map(([, a, b, c]) => {
    const name = a ?? b ?? c ?? '';
    const to = name.startsWith('.')
      ? relative(ROOT, resolve(ROOT, dirname(from), name))
          .split(sep)
          .join('/')
      : name;
    return { from, to };
  });
}

/** The files of a circle of imports in order, the first again at the end; empty where there is none. */
function findCircle(edges: readonly Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const to of next.get(file) ?? []) {
      const circle = visit(to, [...path, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const file of next.keys()) {
    const circle = visit(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}
