import { describe, expect, it } from 'vitest';
import { isGone, syncAccount } from '../../../electron/cloning/voice/account-sync.ts';
import type { Voice } from '../../../electron/cloning/voice/voice.ts';
import { fail, ok } from '../../../electron/result.ts';
import { newVoice } from '../clone-world.ts';
import { FakeServer, type FakeServerOptions } from '../fake-a2e.ts';
import { freeTill } from '../test-till.ts';

/** A library and a server in memory. */
class World {
  readonly now = 100_000;
  readonly voices: Map<string, Voice>;
  readonly told: string[] = [];
  readonly ownLinks: string[] = [];
  readonly hidden: string[] = [];
  readonly server: FakeServer;
  isConnected = true;
  isWritable = true;
  /** Happens while the server is being asked. */
  meanwhile: () => void = () => undefined;

  constructor(voices: readonly Voice[] = [], options: Partial<FakeServerOptions> = {}) {
    this.voices = new Map(voices.map((voice) => [voice.id, voice]));
    this.server = new FakeServer({ trainingMs: 0, ...options, now: () => this.now });
  }

  /** Somebody makes a clone in the account. */
  elsewhere(name: string, sample = `https://cdn.example/${name}.wav`) {
    const more = { model: 'minimax', language: 'de', gender: 'male' } as const;
    return this.server.client().train({ name, ...more, sampleUrls: [sample] });
  }

  sync() {
    const client = this.server.client(async (where) => {
      if (where === 'before voices') this.meanwhile();
    });
    return syncAccount('local', {
      shelf: {
        list: () => [...this.voices.values()],
        get: (id) => this.voices.get(id),
        saveAll: async ({ ids, make, onKept }) => {
          if (!this.isWritable) return fail('settings-not-written');
          const made = ids.flatMap((id) => make(id) ?? []);
          for (const voice of made) this.voices.set(voice.id, voice);
          onKept(made);
          return ok(undefined);
        },
      },
      connect: async () =>
        this.isConnected
          ? ok({ server: 'local', client, textLimit: 1000, till: freeTill() })
          : fail('server-not-set'),
      now: () => this.now,
      newId: () => `new-${this.voices.size + this.told.length}`,
      ownLinks: () => this.ownLinks,
      isHidden: (server, remoteId) => this.hidden.includes(`${server} ${remoteId}`),
      onChanged: (changed) =>
        void this.told.push(...changed.map(({ name, state }) => `${name} ${state.status}`)),
    });
  }
}

const ready = (id: string, remoteId: string, more: Partial<Voice> = {}) =>
  newVoice({ id, name: id, state: { status: 'completed', remoteId }, ...more });

describe('an account with clones made elsewhere', () => {
  it('has them appear as voices without a recording, of whose consent nothing is known', async () => {
    const world = new World();
    await world.elsewhere('Grace');
    expect(await world.sync()).toMatchObject({ value: { found: 1, gone: 0, back: 0, unsure: 0 } });
    expect([...world.voices.values()]).toMatchObject([
      {
        ...{ name: 'Grace', server: 'local', model: 'minimax', takeIds: [] },
        consent: { how: 'elsewhere' },
        state: { status: 'completed', remoteId: 'remote-1' },
        origin: { is: 'account', engine: 'minimax' },
      },
    ]);
  });

  it('says where the language is only assumed, because the server does not name it', async () => {
    const world = new World();
    await world.elsewhere('Grace');
    await world.sync();
    const [voice] = world.voices.values();
    expect(voice).toMatchObject({ language: 'en', origin: { languageAssumed: true } });
  });

  it('has each appear once, however often it is looked at', async () => {
    const world = new World();
    await world.elsewhere('Grace');
    await world.sync();
    expect(await world.sync()).toMatchObject({ value: { found: 0, known: 1 } });
    expect(world.voices.size).toBe(1);
  });

  it.each([
    { what: 'still in training', options: { trainingMs: 9000 } },
    { what: 'that failed', options: { trainingFails: 'no voice in it' } },
  ])('does not bring in one $what', async ({ options }) => {
    const world = new World([], options);
    await world.elsewhere('Grace');
    await world.sync();
    expect(world.voices.size).toBe(0);
  });

  it('does not take a training of ours, whose id is not known here yet, for a stranger', async () => {
    const world = new World([newVoice()]);
    await world.elsewhere('Ada', 'https://cdn.example/timbre/job-1-0.wav?sig=1');
    world.ownLinks.push('/timbre/job-1-0.wav?sig=2');
    await world.sync();
    expect(world.voices.size).toBe(1);
  });

  it('does not bring back what a person removed from this computer only', async () => {
    const world = new World();
    await world.elsewhere('Grace');
    world.hidden.push('local remote-1');
    await world.sync();
    expect(world.voices.size).toBe(0);
  });

  it('does not bring in what one of ours was before it was made again', async () => {
    const past = { why: 'rebuilt', until: 1, server: 'local', model: 'a2e', takeIds: [] } as const;
    const world = new World([ready('ada', 'remote-9', { history: [{ ...past, remoteId: 'remote-1' }] })]);
    await world.elsewhere('Old Ada');
    await world.sync();
    expect(world.voices.size).toBe(1);
  });
});

describe('our voices that the account does not list', () => {
  it('are marked as gone, and nothing is paid for finding out', async () => {
    const world = new World([ready('ada', 'lost'), newVoice({ id: 'waiting' })]);
    expect(await world.sync()).toMatchObject({ value: { gone: 1, known: 0 } });
    expect(world.voices.get('ada')?.state).toEqual({ status: 'gone', at: 100_000, remoteId: 'lost' });
    expect(world.voices.get('waiting')?.state).toEqual({ status: 'waiting' });
    expect(world.server.paid).toEqual([]);
  });

  it('are left as they are where the list may not be all there is', async () => {
    const world = new World([ready('ada', 'lost')], { listsRunning: false });
    expect(await world.sync()).toMatchObject({ value: { gone: 0, unsure: 1 } });
    expect(world.voices.get('ada')?.state.status).toBe('completed');
  });

  it.each([
    { what: 'live on another server', more: { server: 'https://other.example' } },
    { what: 'are voices of the server itself', more: { origin: { is: 'public' } } },
    { what: 'were finished while it was being asked', more: { updatedAt: 100_000 } },
  ] as const)('are left as they are where they $what', async ({ more }) => {
    const world = new World([ready('ada', 'lost', more)]);
    expect(await world.sync()).toMatchObject({ value: { gone: 0 } });
    expect(world.told).toEqual([]);
  });

  it('come back when it lists them again', async () => {
    const world = new World([ready('ada', 'remote-1')]);
    await world.sync();
    await world.elsewhere('Ada');
    expect(await world.sync()).toMatchObject({ value: { back: 1, found: 0 } });
    expect(world.voices.get('ada')?.state).toEqual({ status: 'completed', remoteId: 'remote-1' });
    expect(world.told).toEqual(['ada gone', 'ada completed']);
  });

  it('do not come back to the library when they were deleted meanwhile', async () => {
    const world = new World([ready('ada', 'lost')]);
    world.meanwhile = () => void world.voices.delete('ada');
    await world.sync();
    expect(world.voices.size).toBe(0);
  });
});

describe('an account that cannot be looked at', () => {
  const unreachable: readonly { what: string; change: (world: World) => void; code: string }[] = [
    {
      what: 'is not connected',
      change(world) {
        world.isConnected = false;
      },
      code: 'server-not-set',
    },
    {
      what: 'does not answer',
      change: (world) => world.server.failNext('voices', { code: 'offline' }),
      code: 'offline',
    },
    {
      what: 'was read, but the disk is full',
      change(world) {
        world.isWritable = false;
      },
      code: 'settings-not-written',
    },
  ];
  it.each(unreachable)('because it $what changes nothing', async ({ change, code }) => {
    const world = new World([ready('ada', 'lost')]);
    change(world);
    expect(await world.sync()).toMatchObject({ ok: false, fault: { code } });
    expect(world.voices.get('ada')?.state.status).toBe('completed');
  });
});

describe('one clone', () => {
  it.each([
    { id: 'remote-1', options: {}, answer: ok(false) },
    { id: 'lost', options: {}, answer: ok(true) },
    { id: 'lost', options: { listsRunning: false }, answer: { ok: false, fault: { code: 'bad-answer' } } },
  ])('$id, with $options: is gone or not, or it is not known', async ({ id, options, answer }) => {
    const world = new World([], options);
    await world.elsewhere('Grace');
    expect(await isGone(world.server.client(), id)).toMatchObject(answer);
  });
});
