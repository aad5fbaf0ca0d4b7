import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeWav } from '../../electron/recording/wav.ts';
import { sine } from '../recording/tones.ts';
import { SIGNATURE } from './a2e-protocol.ts';
import { startMisbehavingServer, TOKEN } from './misbehaving-server.ts';

/** From its start to its end the work takes about so long, in milliseconds; it is killed at any instant of that. */
const WORK_MS = 900;
const LINES = 8;
const RATE = 8000;
const SECONDS = 11;

/** What became of one voice and its lines, several at once, whose process was killed. */
export interface KilledWork {
  /** How often the process was killed while it worked. */
  readonly kills: number;
  /** Jobs that ended with a question to the person, by their code. */
  readonly asked: readonly string[];
  /** What is wrong; empty where nothing is. */
  readonly wrong: readonly string[];
}

interface Ended {
  readonly jobs: readonly { readonly kind: string; readonly status: string; readonly code?: string }[];
  readonly clips: number;
  readonly voice: string;
}

/**
 * Has a voice made and a batch spoken by processes of which the first `kills` are killed at random instants, then by one that
 * may finish; where a job then asks the person, the person says yes. The server's books say what was paid.
 */
export async function killWork(options: {
  child: string;
  folder: string;
  random: () => number;
  kills: number;
}): Promise<KilledWork> {
  const { child, folder, random } = options;
  const server = await startMisbehavingServer({ jitterMs: 12 });
  const beganAt = Date.now();
  try {
    layTake(folder);
    const start = (retry = '') =>
      spawn(process.execPath, [child, folder, String(beganAt), retry], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, TIMBRE_SERVER_URL: server.url, TIMBRE_TOKEN: TOKEN },
      });
    let kills = 0;
    for (let each = 0; each < options.kills; each++) {
      const { isKilled } = await runFor(start(), random() * WORK_MS);
      if (isKilled) kills++;
    }
    const first = (await runFor(start())).ended;
    const wrong: string[] = [];
    const paid = (what: string) => server.books.paid.filter((each) => each.startsWith(what)).length;
    if (paid('train') > 1) wrong.push(`${paid('train')} trainings were paid`);
    const spoken = server.books.paid.filter((each) => each.startsWith('speak'));
    const twice = spoken.length - new Set(spoken).size;
    if (twice > 0) wrong.push(`${twice} lines were paid twice`);
    const asked = first?.jobs.flatMap(({ code }) => (code === undefined ? [] : [code])) ?? [];
    const last = asked.length > 0 ? (await runFor(start('retry'))).ended : first;
    if (last?.voice !== 'completed') wrong.push(`the voice is ${last?.voice}`);
    if (last?.clips !== LINES) wrong.push(`${last?.clips} clips`);
    if (last?.jobs.some(({ status }) => status !== 'done')) wrong.push(JSON.stringify(last.jobs));
    if (asked.some((code) => code !== 'maybe-charged')) wrong.push(`asked because of ${asked}`);
    wrong.push(...secretsIn(folder));
    return { kills, asked, wrong };
  } finally {
    await server.close();
  }
}

/** Lets a process work for so long and then kills it; without a time, to its end. */
async function runFor(
  child: ChildProcess,
  ms?: number,
): Promise<{ readonly isKilled: boolean; readonly ended: Ended | undefined }> {
  let said = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    // From when its parts stand: before that nothing is at work.
    if (said === '' && ms !== undefined) setTimeout(() => child.kill('SIGKILL'), ms);
    said += text;
  });
  const signal = await new Promise<string | null>((resolve) =>
    child.once('exit', (_code, by) => resolve(by)),
  );
  const line = said.split('\n').find((each) => each.startsWith('{'));
  return { isKilled: signal === 'SIGKILL', ended: line ? (JSON.parse(line) as Ended) : undefined };
}

/** A kept recording, `take-1`, as it lies in the data folder. */
export function layTake(folder: string): void {
  const takes = join(folder, 'takes');
  mkdirSync(takes, { recursive: true });
  const samples = sine({ hz: 200, sampleRate: RATE, seconds: SECONDS });
  writeFileSync(join(takes, 'take-1.wav'), encodeWav({ sampleRate: RATE, samples }, 16));
  writeFileSync(
    join(takes, 'take-1.json'),
    JSON.stringify({
      ...{ id: 'take-1', createdAt: 1, source: { kind: 'file', fileName: 'a.wav' } },
      ...{
        sampleRate: RATE,
        bitDepth: 16,
        samples: samples.length,
        state: { status: 'kept', recovered: false },
      },
    }),
  );
}

/** Files in which the token or a signature stands. */
export function secretsIn(folder: string): readonly string[] {
  const secrets = [TOKEN, SIGNATURE.split('=')[1] ?? ''];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .filter((path) => secrets.some((secret) => readFileSync(path).includes(secret)))
    .map((path) => `a secret stands in ${path}`);
}
