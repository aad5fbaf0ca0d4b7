import { describe, expect, it } from 'vitest';
import type { OwnProcess } from '../../electron/processes/own-process.ts';
import type { ParentLine } from '../../electron/processes/parent-line.ts';
import { answerQuestions, createAskedProcess } from '../../electron/processes/questions.ts';

type Work = (ask: string, tell: (progress: unknown) => void) => Promise<unknown>;

/** Processes that do this work in this one; each can be made to die. */
function workers(work: Work, more: { answerMs?: number; idleMs?: number } = {}) {
  const started: { die(): void; isEnded: boolean }[] = [];
  const start = (): OwnProcess => {
    let hear: (message: unknown) => void = () => {};
    let told: (message: unknown) => void = () => {};
    let ended: (how: string) => void = () => {};
    const line: ParentLine = {
      send: (message) => setImmediate(() => one.isEnded || told(message)),
      onMessage: (listener) => {
        hear = listener;
      },
    };
    const one = {
      isEnded: false,
      die() {
        one.isEnded = true;
        ended('ended with 1');
      },
    };
    started.push(one);
    answerQuestions(line, work);
    return {
      send: (message) => void setImmediate(() => hear(message)),
      onMessage: (listener) => {
        told = listener;
      },
      onEnded: (listener) => {
        ended = listener;
      },
      end: () => {
        one.isEnded = true;
      },
    };
  };
  const asked = createAskedProcess<string>({ start, answerMs: 10_000, idleMs: 10_000, ...more });
  return { asked, started };
}
const never = () => new Promise(() => {});

describe('a process that is asked', () => {
  it('answers one thing after the other, and tells how far it is', async () => {
    const order: string[] = [];
    const { asked, started } = workers(async (ask, tell) => {
      order.push(`begin ${ask}`);
      tell(0.5);
      await new Promise((go) => setImmediate(go));
      order.push(`end ${ask}`);
      return ask.toUpperCase();
    });
    const progress: unknown[] = [];
    const answers = await Promise.all([
      asked.ask('a', { onProgress: (done) => progress.push(done) }),
      asked.ask('b'),
    ]);
    expect(answers).toEqual([
      { ok: true, value: 'A' },
      { ok: true, value: 'B' },
    ]);
    expect(order).toEqual(['begin a', 'end a', 'begin b', 'end b']);
    expect(progress).toEqual([0.5]);
    expect(started).toHaveLength(1);
  });

  it('fails everything that waits when it dies, and is started anew by the next question', async () => {
    const { asked, started } = workers(async (ask) => (ask === 'die' ? never() : ask));
    const both = [asked.ask('die'), asked.ask('behind')];
    started[0]?.die();
    for (const end of await Promise.all(both))
      expect(end).toMatchObject({ fault: { code: 'process-ended', detail: 'the process ended with 1' } });
    expect(await asked.ask('again')).toEqual({ ok: true, value: 'again' });
    expect(started).toHaveLength(2);
  });

  it('is ended when nothing comes from it', async () => {
    const { asked, started } = workers(never, { answerMs: 20 });
    expect(await asked.ask('hang')).toMatchObject({ fault: { detail: 'the process did not answer' } });
    expect(started[0]?.isEnded).toBe(true);
  });

  it('is ended when its answer is not wanted any more', async () => {
    const { asked, started } = workers(never);
    const stop = new AbortController();
    const asking = asked.ask('long', { signal: stop.signal });
    stop.abort();
    expect(await asking).toMatchObject({ fault: { code: 'process-ended' } });
    expect(started[0]?.isEnded).toBe(true);
    expect(await asked.ask('x', { signal: stop.signal })).toMatchObject({ fault: { code: 'process-ended' } });
    expect(started).toHaveLength(1);
  });

  it('is ended when it was asked nothing for a while', async () => {
    const { asked, started } = workers(async (ask) => ask, { idleMs: 1 });
    await asked.ask('a');
    await expect.poll(() => started[0]?.isEnded).toBe(true);
    expect(await asked.ask('b')).toEqual({ ok: true, value: 'b' });
    expect(started).toHaveLength(2);
  });
});
