import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scanJournal } from '../../electron/jobs/scan-journal.ts';
import type { Clip } from '../../electron/speaking/clip.ts';
import { layTake } from './kill-stations.ts';
import { startMisbehavingServer, TOKEN } from './misbehaving-server.ts';

/** Lines in work at once, as a process that is killed leaves them. */
const ABREAST = 12;

/** What a process says of itself when it is up, and once more when all is settled. */
interface Said {
  readonly done: number;
  readonly left: number;
  readonly queued: number;
  /** Files that could not be read and were set aside. */
  readonly setAside?: number;
  readonly failed?: readonly string[];
}

/** When a process is killed. */
interface Kill {
  readonly from: 'start' | 'up';
  readonly afterMs: number;
}

/** One life of the process. */
export interface Life {
  /** Spoken lines that it found. */
  readonly found: number;
  readonly isKilled: boolean;
  /** Bytes of the journal after it. */
  readonly journal: number;
}

/** What became of a batch whose process was killed again and again. */
export interface KilledBatch {
  readonly lives: readonly Life[];
  /** Lines whose call ended unseen, so that the person was asked before it was made again. */
  readonly asked: number;
  readonly paid: number;
  readonly clips: number;
  /** What is wrong; empty where nothing is. */
  readonly wrong: readonly string[];
}

/**
 * Has a batch of so many lines spoken by processes of which the first `kills` are killed at random instants within
 * `withinMs`, every third counted from its start and the others from when it is up; then by one that may finish. The
 * server's books say what was paid.
 */
export async function killBatch(options: {
  readonly child: string;
  readonly folder: string;
  readonly random: () => number;
  readonly kills: number;
  readonly lines: number;
  readonly withinMs: number;
  readonly onLife?: (life: Life) => void;
}): Promise<KilledBatch> {
  const { child, folder, random, kills, lines, withinMs, onLife } = options;
  const server = await startMisbehavingServer();
  server.books.coins = 100 * lines;
  const beganAt = String(Date.now());
  const wrong: string[] = [];
  const lives: Life[] = [];
  const run = async (what: 'voice' | 'work' | 'retry', kill?: Kill) => {
    const started = spawn(process.execPath, [child, folder, beganAt, String(lines), what], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, TIMBRE_SERVER_URL: server.url, TIMBRE_TOKEN: TOKEN },
    });
    const killSoon = (): void => void (kill && setTimeout(() => started.kill('SIGKILL'), kill.afterMs));
    if (kill?.from === 'start') killSoon();
    let text = '';
    started.stdout?.setEncoding('utf8').on('data', (more: string) => {
      if (text === '' && kill?.from === 'up') killSoon();
      text += more;
    });
    const signal = await new Promise<string | null>((resolve) =>
      started.once('close', (_code, by) => resolve(by)),
    );
    const said = text.split('\n').flatMap((line) => (line.endsWith('}') ? [JSON.parse(line) as Said] : []));
    return { isKilled: signal === 'SIGKILL', said };
  };

  /** A life, and whether all was as the one before had left it. */
  const live = async (what: 'work' | 'retry', kill?: Kill): Promise<readonly Said[]> => {
    const { isKilled, said } = await run(what, kill);
    const [up] = said;
    const before = lives.findLast(({ found }) => found >= 0)?.found ?? 0;
    if (up && up.done < before) wrong.push(`${before} lines were spoken, then only ${up.done}`);
    if (up && up.setAside !== 0) wrong.push(`${up.setAside} files were set aside`);
    const journal = readFileSync(join(folder, 'jobs', 'journal.jsonl'));
    const { damagedLines } = await scanJournal(journal);
    if (damagedLines > 0) wrong.push(`${damagedLines} lines of the journal cannot be read`);
    const life = { found: up?.done ?? -1, isKilled, journal: journal.length };
    lives.push(life);
    onLife?.(life);
    return said;
  };

  try {
    layTake(folder);
    await run('voice');
    for (let each = 0; each < kills; each++) {
      const from = each % 3 === 0 ? 'start' : 'up';
      const said = await live('work', { from, afterMs: random() * withinMs });
      if (said.length > 1) break;
    }
    let end = (await live('work')).at(-1);
    const asked = end?.failed?.length ?? 0;
    const unasked = speechesOf(server.books.paid);
    if (end?.failed?.some((code) => code !== 'maybe-charged')) wrong.push(`asked because of ${end.failed}`);
    if (asked > 0) end = (await live('retry')).at(-1);
    if (end?.done !== lines || end.left !== 0) wrong.push(`${JSON.stringify(end)} of ${lines} lines`);
    if (end?.queued !== 1) wrong.push(`${end?.queued} jobs are left in the queue, not the voice's alone`);
    const paid = speechesOf(server.books.paid);
    const clips = clipsIn(folder);
    if (unasked.length > new Set(unasked).size) wrong.push('a line was paid twice, and nobody asked');
    if (paid.length > lines + asked) wrong.push(`${paid.length} calls were paid for ${lines} lines`);
    wrong.push(...wrongOrder(unasked), ...wrongWithClips(clips, lines));
    return { lives, asked, paid: paid.length, clips: clips.length, wrong };
  } finally {
    await server.close();
  }
}

function clipsIn(folder: string): readonly Clip[] {
  const clips = join(folder, 'clips');
  return readdirSync(clips)
    .filter((name) => name.endsWith('.json'))
    .map((name): Clip => JSON.parse(readFileSync(join(clips, name), 'utf8')))
    .sort((a, b) => a.createdAt - b.createdAt);
}

function speechesOf(paid: readonly string[]): readonly string[] {
  return paid.filter((each) => each.startsWith('speak ')).map((each) => each.slice(6));
}

/** The calls came in the order of the lines, but for those beside each other, and those made again after a kill. */
function wrongOrder(spoken: readonly string[]): readonly string[] {
  const numbers = spoken.map((text) => Number(/\d+/.exec(text)?.[0]));
  const at = numbers.findIndex(
    (number, i) => Math.max(...numbers.slice(Math.max(0, i - 50), i)) > number + ABREAST,
  );
  return at === -1 ? [] : [`call ${at} was for “${spoken[at]}”`];
}

function wrongWithClips(clips: readonly Clip[], lines: number): readonly string[] {
  const wrong: string[] = [];
  const byLine = new Map(clips.map((clip) => [clip.line?.lineId, clip]));
  if (clips.length !== byLine.size) wrong.push(`${clips.length - byLine.size} lines have two clips`);
  for (let i = 0; i < lines; i++)
    if (byLine.get(`${i}`)?.text !== `This is line ${i}.`) wrong.push(`line ${i} has no clip of its own`);
  return wrong.slice(0, 10);
}
