import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createJobRunner } from '../../electron/jobs/create-runner.ts';
import type { JobDesk, JobKind, Outcome } from '../../electron/jobs/job.ts';
import { ok } from '../../electron/result.ts';

/**
 * The process that `kill.test.ts` kills again and again: `node killed-child.mjs <folder> <jobs>`. It pays by writing a
 * line into a ledger that only grows, as a server keeps its own books, and ends when all jobs are settled.
 */
const [folder = '', count = '0'] = process.argv.slice(2);
const ledger = join(folder, 'ledger.txt');

function book(line: string): void {
  appendFileSync(ledger, `${line}\n`);
}

function isBooked(line: string): boolean {
  return readFileSync(ledger, 'utf8').split('\n').includes(line);
}

function journalBytes(): number {
  return statSync(join(folder, 'journal.jsonl'), { throwIfNoEntry: false })?.size ?? 0;
}

/** Long enough that a few of them make the journal worth rewriting. */
const longStory = 'x'.repeat(400_000);

async function firstWait(number: number, desk: JobDesk): Promise<Outcome | undefined> {
  if (desk.notes['waited'] === true) return undefined;
  if (number % 3 === 0) {
    await desk.note('waited', true);
    return { is: 'waiting', why: 'network', fault: { code: 'offline', detail: longStory } };
  }
  if (number % 3 === 1) {
    await desk.note('waited', true);
    return { is: 'waiting', why: 'voice', key: 'voice:1' };
  }
  return undefined;
}

async function pay(step: string, desk: JobDesk): Promise<void> {
  if (desk.notes[step] === true) return;
  book(`step ${desk.id} ${step}`);
  await desk.note(`asked ${step}`, true);
  await desk.sleep(30);
  // Asked before, perhaps by a process that was killed: the seller's books say whether it went through.
  const paid = `paid ${desk.id} ${step}`;
  if (!isBooked(paid)) book(paid);
  await desk.note(step, true);
  book(`noted ${desk.id} ${step}`);
}

const kind: JobKind<number> = {
  kind: 'pay',
  parse: (input) => ok(Number(input)),
  lane: (number) => `lane ${number % 2}`,
  async run(number, desk) {
    book(`begin ${desk.id}`);
    const wait = await firstWait(number, desk);
    if (wait) return wait;
    await pay('one', desk);
    await pay('two', desk);
    return { is: 'done', result: number };
  },
};

book(`found ${journalBytes()}`);
process.stdout.write('up\n');
const made = await createJobRunner({
  folder,
  kinds: [kind as JobKind],
  onDamage: ({ lines }) => book(`damaged ${lines}`),
});
if (!made.ok) throw new Error(made.fault.detail);
const runner = made.value;
book(`opened ${journalBytes()}`);
runner.onChange((job) => {
  if (job.state.status === 'done') book(`done ${job.id}`);
});
const hurry = setInterval(() => {
  runner.nudge();
  runner.release('voice:1');
}, 10);
// Only `idle()` keeps this process alive: were it not to, the last one would end early.
hurry.unref();
runner.start();

for (let first = 0; first < Number(count); first += 5) {
  const ids = Array.from({ length: 5 }, (_, i) => `job-${first + i}`);
  if (ids.some((id) => runner.get(id))) continue;
  await runner.add(ids.map((id, i) => ({ kind: 'pay', id, input: first + i })));
  for (const id of ids) book(`added ${id}`);
}

await runner.idle();
clearInterval(hurry);
await runner.stop();
