import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LinesChange } from '../../../electron/speaking/batches/change-lines.ts';
import { temporaryFolder } from '../../recording/temporary-folder.ts';
import { got, openBatchWorld } from '../batch-world.ts';

let folder: string;
const close: (() => Promise<void>)[] = [];
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(async () => {
  await Promise.all(close.splice(0).map((each) => each()));
});

const ASK = { name: 'The sea', voiceId: 'voice-1', speed: 1 };

/** A batch of three lines, spoken; `paid` counts from here. */
async function spoken(text = ['One.', 'Two.', 'Three.']) {
  const world = await openBatchWorld(folder);
  const { batches, runner, server } = world;
  close.push(runner.stop);
  const { id: batchId } = got(
    await batches.make(
      ASK,
      text.map((each) => ({ text: each })),
    ),
  );
  runner.start();
  await runner.idle();
  server.paid.length = 0;
  return {
    ...world,
    batchId,
    change: async (change: LinesChange) => got(await batches.change({ batchId, change })),
    lines: async () => got(await batches.lines({ batchId, from: 0, count: 50 })),
    said: async () => {
      const lines = got(await batches.lines({ batchId, from: 0, count: 50 }));
      return lines.map(({ clipId = '' }) => world.clips.get(clipId)?.text);
    },
  };
}

describe('a line of a batch that is changed', () => {
  it('is spoken with its new words, voice and speed, and only it is paid for', async () => {
    const { change, lines, runner, server, clips, shelf, batches, batchId } = await spoken();
    const before = (await lines())[1]?.clipId;
    const view = await change({
      ...{ is: 'edit', lineIds: ['1'], text: ' Two and a half. ', voiceId: 'voice-2', speed: 1.5 },
    });
    expect(view).toMatchObject({ lines: 3, revision: 1, canUndo: true, counts: { done: 2 } });
    // Until the new one is there the old one is heard, and said to be old; it is not taken out as if it were the line.
    expect((await lines())[1]).toMatchObject({ text: 'Two and a half.', clipId: before, isOld: true });
    const [batch, kept] = [shelf.get(batchId), got(await shelf.lines(batchId))];
    expect(batch && kept.map((line) => batches.clipOf(batch, line)?.text)).toEqual([
      'One.',
      undefined,
      'Three.',
    ]);
    await runner.idle();
    expect(server.paid).toEqual(['speech']);
    const line = (await lines())[1];
    expect(line).toMatchObject({ voiceId: 'voice-2', speed: 1.5, state: { status: 'done' } });
    expect(line).not.toHaveProperty('isOld');
    expect(clips.get(line?.clipId ?? '')).toMatchObject({ voiceName: 'Bob', speed: 1.5 });
  });

  it('is had back for nothing, and then not offered again', async () => {
    const { change, batches, batchId, runner, server, said, lines } = await spoken();
    await change({ is: 'edit', lineIds: ['0'], text: 'Something else.' });
    await runner.idle();
    expect(server.paid).toEqual(['speech']);
    expect(got(await batches.undo(batchId))).toMatchObject({ revision: 2, canUndo: false });
    await runner.idle();
    expect(await said()).toEqual(['One.', 'Two.', 'Three.']);
    expect((await lines())[0]).toMatchObject({ text: 'One.', state: { status: 'done' } });
    expect(server.paid).toEqual(['speech']);
    expect(got(await batches.undo(batchId))).toMatchObject({ revision: 2 });
  });

  it('is not spoken again where nothing is changed about it', async () => {
    const { change, runner, server } = await spoken();
    expect(await change({ is: 'edit', lineIds: ['0'], text: 'One.' })).toMatchObject({ canUndo: false });
    await change({ is: 'move', lineIds: ['0'], before: null });
    await runner.idle();
    expect(server.paid).toEqual([]);
  });

  it('costs no line beside it, even one whose sound was thrown away', async () => {
    const { change, runner, server, clips, lines } = await spoken();
    const third = (await lines())[2]?.clipId ?? '';
    await clips.discard(third, 1);
    await clips.purge(2);
    await change({ is: 'edit', lineIds: ['0'], text: 'Something else.' });
    await runner.idle();
    expect(server.spoken.at(-1)).toBe('Something else.');
    expect(server.paid).toEqual(['speech']);
  });

  it('becomes several where it is too long for one request', async () => {
    const { change, runner, lines } = await spoken();
    const long = `${'word '.repeat(10)}ends. ${'more '.repeat(10)}ends.`;
    expect(await change({ is: 'edit', lineIds: ['1'], text: long })).toMatchObject({ lines: 4 });
    await runner.idle();
    const all = await lines();
    expect(all.map(({ id, row }) => [id, row])).toEqual([
      ['0', 0],
      ['1', 1],
      [expect.stringMatching(/^line-/), 1],
      ['2', 2],
    ]);
    expect(all.every(({ state }) => state?.status === 'done')).toBe(true);
  });

  it('says it as a person wrote it to be said, and the text that is shown stays', async () => {
    const { change, runner, server, lines } = await spoken(['The CEO.']);
    await change({ is: 'edit', lineIds: ['0'], spokenAs: 'the see ee oh' });
    await runner.idle();
    expect(server.spoken.at(-1)).toBe('the see ee oh');
    expect((await lines())[0]).toMatchObject({ text: 'The CEO.', spokenAs: 'the see ee oh' });
    await change({ is: 'edit', lineIds: ['0'], spokenAs: null });
    await runner.idle();
    expect((await lines())[0]).not.toHaveProperty('spokenAs');
    // Spoken so before: it stands again.
    expect(server.paid).toEqual(['speech']);
  });
});

describe('several lines', () => {
  it('are spoken by another voice at once, as fast as that voice speaks', async () => {
    const { change, runner, lines, cast, server } = await spoken();
    cast[1] = { ...(cast[1] ?? never()), speed: 0.8 };
    await change({ is: 'edit', lineIds: 'all', voiceId: 'voice-2' });
    await runner.idle();
    expect((await lines()).map(({ voiceId, speed }) => [voiceId, speed])).toEqual(
      Array(3).fill(['voice-2', 0.8]),
    );
    expect(server.paid).toHaveLength(3);
  });

  it('are removed, and nothing of them stays in the queue', async () => {
    const { change, batches, batchId, runner, lines, server } = await spoken();
    expect(await change({ is: 'remove', lineIds: ['0', '2'] })).toMatchObject({
      ...{ lines: 1, counts: { done: 1, waiting: 0 } },
    });
    await expect.poll(() => runner.list()).toEqual([]);
    expect(got(await batches.undo(batchId))).toMatchObject({ lines: 3 });
    await runner.idle();
    expect((await lines()).map(({ text, state }) => [text, state?.status])).toEqual([
      ['One.', 'done'],
      ['Two.', 'done'],
      ['Three.', 'done'],
    ]);
    expect(server.paid).toEqual([]);
  });

  it('are added and put elsewhere', async () => {
    const { change, runner, lines, server } = await spoken();
    await change({ is: 'insert', before: '1', text: 'One and a half.' });
    await change({ is: 'move', lineIds: ['2'], before: '0' });
    await runner.idle();
    expect((await lines()).map(({ text }) => text)).toEqual(['Three.', 'One.', 'One and a half.', 'Two.']);
    expect(server.paid).toEqual(['speech']);
  });
});

describe('a change that is not possible', () => {
  it.each<[LinesChange, string]>([
    [{ is: 'edit', lineIds: ['9'] }, 'line-not-found'],
    [{ is: 'edit', lineIds: ['0'], voiceId: 'nobody' }, 'voice-not-found'],
    [{ is: 'edit', lineIds: ['0'], text: '…' }, 'text-empty'],
    [{ is: 'edit', lineIds: ['0'], spokenAs: 'x'.repeat(61) }, 'text-too-long'],
    [{ is: 'insert', before: '9', text: 'Hi.' }, 'line-not-found'],
    [{ is: 'insert', before: null, text: ' ' }, 'text-empty'],
    [{ is: 'remove', lineIds: ['0', '9'] }, 'line-not-found'],
    [{ is: 'move', lineIds: ['0'], before: '0' }, 'line-not-found'],
  ])('%j ends as %s, and nothing is spoken', async (change, code) => {
    const { batches, batchId, server, lines } = await spoken();
    const before = await lines();
    expect(await batches.change({ batchId, change })).toMatchObject({ fault: { code } });
    expect(await lines()).toEqual(before);
    expect(server.paid).toEqual([]);
  });
});

describe('a change that a kill cut off', () => {
  it('is brought to its end at the next start: what is not asked for is, what is not there any more is forgotten', async () => {
    const first = await spoken();
    await first.runner.stop();
    const { shelf, batchId } = first;
    const [, two] = got(await shelf.lines(batchId));
    got(await shelf.change(batchId, (batch) => ({ ...batch, isAsked: false })));
    got(await shelf.saveLines(batchId, [{ ...(two ?? never()), text: 'Second.' }]));
    const next = await openBatchWorld(folder, first.server);
    close.push(next.runner.stop);
    expect(next.batches.list()).toMatchObject([{ lines: 1, counts: { waiting: 1, done: 0 } }]);
    next.runner.start();
    await next.runner.idle();
    expect(next.batches.list()).toMatchObject([{ counts: { done: 1 } }]);
    expect(first.server.paid).toEqual(['speech']);
  });
});

describe('a line that is said again', () => {
  it('is another take of it, as the pronunciation list says by now', async () => {
    const { batches, batchId, runner, server, cast } = await spoken(['Ask the SQL.', 'Two.']);
    cast[0] = { ...(cast[0] ?? never()), pronunciations: [{ word: 'SQL', spoken: 'sequel' }] };
    got(await batches.redo({ batchId, lineIds: ['0'] }));
    await runner.idle();
    expect(server.spoken.at(-1)).toBe('Ask the sequel.');
    got(await batches.redo({ batchId, lineIds: ['1'] }));
    await runner.idle();
    expect(server.spoken.at(-1)).toBe('Two.');
    expect(batches.list()[0]?.counts).toMatchObject({ done: 2, waiting: 0 });
  });
});

function never(): never {
  throw new Error('not there');
}
