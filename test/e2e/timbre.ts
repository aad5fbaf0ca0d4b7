import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './launch.ts';
import { writeSpeechFile } from './speech-file.ts';

/** How a run of the command line ended. */
export interface Ran {
  readonly code: number | null;
  readonly document: { readonly [key: string]: unknown } & { readonly error?: { readonly code: string } };
  readonly all: string;
}

/** Starts the built command line on this data folder. */
export function start(
  home: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcess {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('TIMBRE_')),
  );
  return spawn(process.execPath, [join(ROOT, 'out/main/timbre.cjs'), ...words, '--json'], {
    env: { ...inherited, ...env, TIMBRE_HOME: home },
  });
}

/** Runs it to its end; stdout must be exactly one JSON document. */
export async function timbre(
  home: string,
  words: readonly string[],
  env?: Readonly<Record<string, string>>,
): Promise<Ran> {
  return finished(start(home, words, env));
}

/** Its end; stdout must be exactly one JSON document. */
export async function finished(child: ChildProcess): Promise<Ran> {
  let stdout = '';
  let all = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    stdout += chunk;
    all += chunk;
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    all += chunk;
  });
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, document: JSON.parse(stdout), all };
}

/** What a voice called Ada is cloned with, behind its sample. */
export const CLONE = [
  '--name',
  'Ada',
  '--gender',
  'female',
  '--model',
  'a2e',
  '--language',
  'en',
  '--consent',
];

/** Makes the voice Ada in this data folder, on the server on this computer, without a window. */
export async function cloneAda(home: string, sample: string): Promise<void> {
  await writeSpeechFile(sample, 14);
  const { code, all } = await timbre(home, ['clone', sample, ...CLONE]);
  if (code !== 0) throw new Error(all);
}
