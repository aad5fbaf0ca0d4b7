import { beforeEach, describe, expect, it } from 'vitest';
import type { Receipt, RemovalPlace } from '../../../electron/cloning/voice/receipt.ts';
import { removeVoice } from '../../../electron/cloning/voice/remove-voice.ts';
import type { Voice } from '../../../electron/cloning/voice/voice.ts';
import { fail, ok } from '../../../electron/result.ts';
import { newVoice } from '../clone-world.ts';
import { FakeServer } from '../fake-a2e.ts';
import { freeTill } from '../test-till.ts';

const ready = (more: Partial<Voice> = {}) =>
  newVoice({ state: { status: 'completed', remoteId: 'remote-1' }, ...more });
const PAST = { why: 'rebuilt', until: 1, server: 'local', model: 'a2e', takeIds: [] } as const;

/** A library with one voice, and a server with one clone. */
class World {
  readonly server = new FakeServer({ trainingMs: 0, now: () => 50 });
  readonly voices = new Map<string, Voice>();
  readonly receipts: Receipt[] = [];
  readonly happened: string[] = [];
  isConnected = true;
  keepsReceipts = true;
  noted: string | undefined;

  async train(): Promise<void> {
    const more = { model: 'a2e', language: 'en', gender: 'female' } as const;
    await this.server.client().train({ name: 'Ada', sampleUrls: ['https://cdn.example/a.wav'], ...more });
  }

  remove(where: RemovalPlace, voiceId = 'voice-1') {
    const client = this.server.client(async (step) => void this.happened.push(step));
    return removeVoice(
      { voiceId, where },
      {
        shelf: {
          get: (id) => this.voices.get(id),
          remove: (id) => {
            this.happened.push(`shelf without ${id}`);
            this.voices.delete(id);
            return ok(undefined);
          },
        },
        receipts: {
          add: (receipt) => {
            if (!this.keepsReceipts) return fail('settings-not-written');
            this.receipts.push(receipt);
            return ok(undefined);
          },
        },
        runner: () => ({
          cancel: async (id) => {
            this.happened.push(`canceled ${id}`);
            if (this.noted === undefined) return fail('job-not-found');
            const job = { kind: 'clone', lane: 'l', input: null, tries: 0, createdAt: 1 };
            return ok({ ...job, id, notes: { remoteId: this.noted }, state: { status: 'canceled', at: 1 } });
          },
        }),
        connect: async () =>
          this.isConnected
            ? ok({ server: 'local', client, textLimit: 1000, till: freeTill() })
            : fail('server-not-set'),
        move: (id, event) => {
          this.happened.push(`${id} is ${event.is}`);
          return this.voices.get(id);
        },
        now: () => 50,
        newId: () => 'receipt-1',
        onGone: (id) => void this.happened.push(`${id} gone`),
      },
    );
  }
}

let world: World;
beforeEach(() => {
  world = new World();
});

describe('a voice that is deleted everywhere', () => {
  it('has its job ended, is deleted on its server, looked for there, and only then is gone here', async () => {
    await world.train();
    world.voices.set('voice-1', ready());
    const answer = await world.remove('everywhere');
    expect(world.happened).toEqual([
      'canceled job-1',
      'before removeVoice',
      'after removeVoice',
      'before voice',
      'after voice',
      'shelf without voice-1',
      'voice-1 gone',
    ]);
    expect(answer).toEqual(ok(world.receipts[0]));
    expect(world.receipts).toEqual([
      {
        ...{ id: 'receipt-1', at: 50, where: 'everywhere', recordings: 1 },
        voice: { id: 'voice-1', name: 'Ada', model: 'a2e', server: 'local' },
        clones: [{ server: 'local', remoteId: 'remote-1', at: 50, end: 'deleted' }],
      },
    ]);
  });

  it('and was not on its server any more is said to have been gone', async () => {
    world.voices.set('voice-1', ready());
    await world.remove('everywhere');
    expect(world.receipts[0]?.clones).toMatchObject([{ end: 'was-gone' }]);
  });

  it('and never reached a server is only deleted here', async () => {
    world.voices.set('voice-1', newVoice());
    expect(await world.remove('everywhere')).toMatchObject({ ok: true, value: { clones: [] } });
    expect(world.server.calls).toEqual([]);
    expect(world.voices.size).toBe(0);
  });

  it('and whose id only its job knew is deleted on its server too', async () => {
    await world.train();
    world.voices.set('voice-1', newVoice());
    world.noted = 'remote-1';
    await world.remove('everywhere');
    expect(world.server.trainings).toEqual([]);
  });

  it('goes with all that it was before it was made again', async () => {
    await world.train();
    await world.train();
    world.voices.set('voice-1', ready({ history: [{ ...PAST, remoteId: 'remote-2' }, PAST] }));
    await world.remove('everywhere');
    expect(world.server.trainings).toEqual([]);
    expect(world.receipts[0]?.clones.map(({ remoteId, end }) => [remoteId, end])).toEqual([
      ['remote-1', 'deleted'],
      ['remote-2', 'deleted'],
    ]);
  });

  it('and of which an earlier clone could not be deleted says so in its receipt', async () => {
    await world.train();
    world.voices.set('voice-1', ready({ history: [{ ...PAST, remoteId: 'remote-2' }] }));
    world.server.failNext('removeVoice', { code: 'refused', traceId: 't' });
    world.server.failNext('removeVoice', { code: 'offline' });
    expect(await world.remove('everywhere')).toMatchObject({ ok: false, fault: { code: 'refused' } });
    world.voices.set(
      'voice-1',
      ready({ history: [{ ...PAST, remoteId: 'remote-2' }], state: { status: 'waiting' } }),
    );
    await world.remove('everywhere');
    expect(world.receipts[0]?.clones).toMatchObject([
      { remoteId: 'remote-2', end: 'unconfirmed', detail: 'it could not be deleted (offline)' },
    ]);
  });

  it.each([
    { after: { code: 'offline' } as const, detail: /could not be looked at afterwards \(offline\)/ },
    { after: { code: 'not-found' } as const, detail: /could not be looked at/ },
  ])(
    'and that could not be looked for afterwards is not confirmed: $after.code',
    async ({ after, detail }) => {
      await world.train();
      world.voices.set('voice-1', ready());
      world.server.failNext('voice', after);
      await world.remove('everywhere');
      expect(world.receipts[0]?.clones[0]).toMatchObject({
        end: 'unconfirmed',
        detail: expect.stringMatching(detail),
      });
    },
  );

  it('stays where its server cannot be asked', async () => {
    world.voices.set('voice-1', ready());
    world.server.failNext('removeVoice', { code: 'offline' });
    expect(await world.remove('everywhere')).toMatchObject({ ok: false, fault: { code: 'offline' } });
    world.isConnected = false;
    expect(await world.remove('everywhere')).toMatchObject({ fault: { code: 'server-not-set' } });
    expect(world.voices.size).toBe(1);
    expect(world.receipts).toEqual([]);
  });

  it('on its server is deleted here too where the receipt cannot be written: it must not look as if it were there', async () => {
    await world.train();
    world.voices.set('voice-1', ready());
    world.keepsReceipts = false;
    expect(await world.remove('everywhere')).toMatchObject({ ok: true });
    expect(world.voices.size).toBe(0);
  });

  it('must be there', async () => {
    expect(await world.remove('everywhere', 'voice-9')).toMatchObject({ fault: { code: 'voice-not-found' } });
  });
});

describe('a voice that is removed from this computer only', () => {
  it('asks no server, and its receipt says what was left there', async () => {
    await world.train();
    world.voices.set('voice-1', ready());
    world.isConnected = false;
    expect(await world.remove('here')).toMatchObject({ ok: true });
    expect(world.receipts[0]?.clones).toMatchObject([{ remoteId: 'remote-1', end: 'left' }]);
    expect(world.server.trainings).toHaveLength(1);
    expect(world.voices.size).toBe(0);
  });

  it('may be one of the server itself, which is nobody’s to delete there', async () => {
    world.voices.set('voice-1', ready({ origin: { is: 'public' } }));
    expect(await world.remove('everywhere')).toMatchObject({ fault: { code: 'voice-not-yours' } });
    expect(await world.remove('here')).toMatchObject({ ok: true, value: { clones: [] } });
  });
});

describe('a voice that is deleted on its server only', () => {
  it('stays here as one that is gone there, to be made again', async () => {
    await world.train();
    world.voices.set('voice-1', ready());
    await world.remove('there');
    expect(world.server.trainings).toEqual([]);
    expect(world.voices.size).toBe(1);
    expect(world.happened.at(-1)).toBe('voice-1 is gone');
  });
});
