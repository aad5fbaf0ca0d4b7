import { beforeEach, describe, expect, it } from 'vitest';
import { type SamplePart, withoutStretches } from '../../../electron/cloning/sample/sample.ts';
import type { Connection } from '../../../electron/cloning/server.ts';
import type { Voice } from '../../../electron/cloning/voice/voice.ts';
import { createVoiceMaker, type NewVoice } from '../../../electron/cloning/voice/voice-maker.ts';
import type { Job, JobState } from '../../../electron/jobs/job.ts';
import type { NewJob } from '../../../electron/jobs/runner.ts';
import type { Take } from '../../../electron/recording/take.ts';
import type { Pcm } from '../../../electron/recording/wav.ts';
import { type Fault, fail, ok } from '../../../electron/result.ts';
import { sine } from '../../recording/tones.ts';
import { newVoice } from '../clone-world.ts';
import { FakeServer } from '../fake-a2e.ts';
import { freeTill } from '../test-till.ts';

const tone = (seconds: number): Pcm => ({
  ...{ sampleRate: 8000, bitDepth: 16 },
  samples: sine({ hz: 200, sampleRate: 8000, seconds }),
});
const TAKES = new Map([
  ['take-1', tone(20)],
  ['take-2', tone(25)],
  ['take-3', tone(25)],
  ['short', tone(4)],
  ['spoken', tone(20)],
]);
const ASK: NewVoice = {
  ...{ name: ' Ada ', server: 'local', model: 'a2e', language: 'en', gender: 'female' },
  ...{ takeIds: ['take-1'], consent: { at: 50, how: 'ticked' } },
};

function takeOf(id: string): Take {
  const sound = TAKES.get(id) ?? tone(0);
  return {
    ...{ id, createdAt: 1, sampleRate: 8000, bitDepth: 16, samples: sound.samples.length },
    source:
      id === 'spoken' ? { kind: 'microphone', device: 'Desk' } : { kind: 'file', fileName: `${id}.wav` },
    state: { status: 'kept', recovered: false },
  };
}

/** A shelf, a queue and a server in memory; `happened` is what they saw, in order. */
function createWorld() {
  const happened: string[] = [];
  const voices = new Map<string, Voice>();
  const jobs: NewJob[] = [];
  const released: string[] = [];
  const broken: {
    save?: Fault;
    add?: Fault;
    connect?: boolean;
    languages?: string[];
    consentAt?: SamplePart[];
  } = {};
  const server = new FakeServer({ now: () => 5 });
  const maker = createVoiceMaker({
    shelf: {
      list: () => [...voices.values()],
      get: (id) => voices.get(id),
      save(voice) {
        if (broken.save) return { ok: false, fault: broken.save };
        voices.set(voice.id, voice);
        return ok(voice);
      },
      remove(id) {
        happened.push(`shelf without ${id}`);
        voices.delete(id);
        return ok(undefined);
      },
    },
    runner: () => ({
      async add(asked) {
        if (broken.add) return fail('journal-not-written', broken.add);
        jobs.push(...asked);
        return ok([]);
      },
      async cancel(id) {
        happened.push(`canceled ${id}`);
        return fail('job-not-found');
      },
      release: (key) => void released.push(key),
      get: () => undefined,
    }),
    async connect(): Promise<ReturnType<typeof ok<Connection>> | ReturnType<typeof fail<'server-not-set'>>> {
      if (broken.connect) return fail('server-not-set');
      const { languages } = broken;
      const client = server.client(async (where) => void happened.push(where));
      return ok({
        server: 'local',
        client,
        textLimit: 1000,
        till: freeTill(),
        ...(languages && { languages }),
      });
    },
    source: {
      take: (id) => (TAKES.has(id) ? takeOf(id) : undefined),
      span: async ({ id }, { from, to }) => {
        const sound = TAKES.get(id);
        return sound ? ok({ ...sound, samples: sound.samples.slice(from, to) }) : fail('take-not-found');
      },
    },
    withoutConsent: (parts) => withoutStretches(parts, broken.consentAt ?? []),
    now: () => 50,
    newId: (what) => `${what}-1`,
    onChanged: ({ id, state }) => void happened.push(`${id} ${state.status}`),
    onGone: (id) => void happened.push(`${id} gone`),
  });
  return { maker, voices, jobs, released, broken, server, happened };
}

let world: ReturnType<typeof createWorld>;
beforeEach(() => {
  world = createWorld();
});

describe('a new voice', () => {
  const made: Voice = newVoice({
    ...{ name: 'Ada', consent: { at: 50, how: 'ticked' }, createdAt: 50, updatedAt: 50 },
    parts: [{ takeId: 'take-1', from: 0, to: 160_000 }],
  });

  it('is kept, told, and put in the queue', async () => {
    expect(await world.maker.make(ASK)).toEqual({ ok: true, value: made });
    expect([...world.voices.values()]).toEqual([made]);
    expect(world.jobs).toEqual([
      { kind: 'clone', id: 'job-1', input: { voiceId: 'voice-1', server: 'local' } },
    ]);
    expect(world.happened).toEqual(['voice-1 waiting']);
  });

  it('is made without asking the server for anything', async () => {
    await world.maker.make(ASK);
    expect(world.server.calls).toEqual([]);
  });

  const { consent: _, ...withoutConsent } = ASK;
  it.each<{ what: string; ask: NewVoice; code: string }>([
    { what: 'the speaker was not said to agree', ask: withoutConsent, code: 'consent-missing' },
    {
      what: 'it was recorded here and the speaker only ticked',
      ask: { ...ASK, takeIds: ['spoken'] },
      code: 'consent-missing',
    },
    {
      what: 'the speaker is said to have spoken and there is no sound of it',
      ask: { ...ASK, takeIds: ['spoken'], consent: { at: 1, how: 'spoken' } },
      code: 'consent-missing',
    },
    {
      what: 'a part lies outside its recording',
      ask: { ...ASK, parts: [{ takeId: 'take-1', from: 0, to: 160_001 }] },
      code: 'part-not-possible',
    },
    { what: 'it has no name', ask: { ...ASK, name: '  ' }, code: 'name-missing' },
    { what: 'its name has 101 letters', ask: { ...ASK, name: 'a'.repeat(101) }, code: 'name-missing' },
    {
      what: 'its engine does not speak the language',
      ask: { ...ASK, language: 'yue' },
      code: 'language-unsupported',
    },
    { what: 'there is no recording', ask: { ...ASK, takeIds: [] }, code: 'sample-missing' },
    { what: 'a recording is gone', ask: { ...ASK, takeIds: ['take-1', 'take-9'] }, code: 'take-not-found' },
    { what: 'the recording is too short', ask: { ...ASK, takeIds: ['short'] }, code: 'sample-too-short' },
    {
      what: 'the recordings are too long together',
      ask: { ...ASK, takeIds: ['take-1', 'take-2', 'take-3'] },
      code: 'sample-too-long',
    },
  ])('is refused before anything is kept where $what', async ({ ask, code }) => {
    expect(await world.maker.make(ask)).toMatchObject({ ok: false, fault: { code } });
    expect(world.voices.size).toBe(0);
    expect(world.jobs).toEqual([]);
    expect(world.happened).toEqual([]);
  });

  it('of what was recorded here is made with the consent that was spoken, which is in none of its parts', async () => {
    const record = { id: 'consent-1', text: 'I agree.', sha256: 'ab', seconds: 3 };
    world.broken.consentAt = [{ takeId: 'spoken', from: 0, to: 24_000 }];
    const ask: NewVoice = { ...ASK, takeIds: ['spoken'], consent: { at: 7, how: 'spoken', record } };
    expect(await world.maker.make(ask)).toMatchObject({
      value: {
        consent: { at: 7, how: 'spoken', record },
        parts: [{ takeId: 'spoken', from: 24_000, to: 160_000 }],
      },
    });
  });

  it('with a name of 100 letters and spaces around it is taken', async () => {
    const name = 'a'.repeat(100);
    expect(await world.maker.make({ ...ASK, name: ` ${name} ` })).toMatchObject({ value: { name } });
  });

  it('is refused where the server speaks no such language, whatever the engine does', async () => {
    world.broken.languages = ['en'];
    expect(await world.maker.make({ ...ASK, language: 'de' })).toMatchObject({
      ok: false,
      fault: { code: 'language-unsupported', facts: { language: 'de' } },
    });
    expect((await world.maker.make(ASK)).ok).toBe(true);
  });

  it('is refused where its server is not the one in use', async () => {
    world.broken.connect = true;
    expect(await world.maker.make(ASK)).toEqual({
      ok: false,
      fault: { code: 'server-not-set', facts: { server: 'local' } },
    });
  });

  it('that cannot be kept is not put in the queue', async () => {
    world.broken.save = { code: 'settings-not-written' };
    expect(await world.maker.make(ASK)).toMatchObject({ fault: { code: 'settings-not-written' } });
    expect(world.jobs).toEqual([]);
    expect(world.happened).toEqual([]);
  });

  it('that cannot be put in the queue is taken back', async () => {
    world.broken.add = { code: 'journal-not-written', detail: 'ENOSPC' };
    expect(await world.maker.make(ASK)).toMatchObject({
      ok: false,
      fault: { code: 'journal-not-written', detail: 'ENOSPC' },
    });
    expect(world.voices.size).toBe(0);
    expect(world.happened).toEqual(['voice-1 waiting', 'shelf without voice-1', 'voice-1 gone']);
  });
});

describe('a voice that is renamed', () => {
  it('has the new name, trimmed', async () => {
    await world.maker.make(ASK);
    expect(world.maker.rename('voice-1', ' Grace ')).toMatchObject({
      ok: true,
      value: { name: 'Grace', updatedAt: 50 },
    });
    expect(world.voices.get('voice-1')?.name).toBe('Grace');
  });

  it.each([
    { what: 'is not there', id: 'voice-9', name: 'Grace', code: 'voice-not-found' },
    { what: 'would have no name', id: 'voice-1', name: ' \n', code: 'name-missing' },
  ])('is refused where it $what', async ({ id, name, code }) => {
    await world.maker.make(ASK);
    expect(world.maker.rename(id, name)).toMatchObject({ ok: false, fault: { code } });
    expect(world.voices.get('voice-1')?.name).toBe('Ada');
  });
});

describe('a voice that is made again', () => {
  const gone = newVoice({
    ...{ id: 'voice-7', name: 'Ada', createdAt: 3, tags: ['calm'], note: 'For the museum.', usedAt: 9 },
    ...{ speed: 0.8, pronunciations: [{ word: 'SQL', spoken: 'sequel' }] },
    ...{ jobId: 'job-7', consent: { at: 3, how: 'ticked' }, server: 'https://old.example' },
    state: { status: 'gone', at: 40, remoteId: 'r7' },
  });

  it('of its own recordings keeps id, name, age and words, remembers what it was, and is trained once', async () => {
    world.voices.set('voice-7', gone);
    expect(await world.maker.rebuild('voice-7', 'local')).toMatchObject({ ok: true });
    expect([...world.voices.values()]).toMatchObject([
      {
        ...{
          id: 'voice-7',
          name: 'Ada',
          createdAt: 3,
          tags: ['calm'],
          note: 'For the museum.',
          updatedAt: 50,
        },
        ...{ speed: 0.8, pronunciations: [{ word: 'SQL', spoken: 'sequel' }] },
        ...{ server: 'local', jobId: 'job-1', state: { status: 'waiting' }, takeIds: ['take-1'] },
        history: [
          {
            ...{ why: 'rebuilt', until: 50, server: 'https://old.example', model: 'a2e' },
            ...{ remoteId: 'r7', takeIds: ['take-1'] },
          },
        ],
      },
    ]);
    expect(world.jobs).toEqual([
      { kind: 'clone', id: 'job-1', input: { voiceId: 'voice-7', server: 'local' } },
    ]);
  });

  it('of another recording has that one, and its name is no name taken', async () => {
    world.voices.set('voice-7', { ...gone, server: 'local' });
    const ask = { ...ASK, takeIds: ['take-2'], replaces: { id: 'voice-7', why: 'recorded-again' } } as const;
    expect(await world.maker.make(ask)).toMatchObject({
      value: {
        id: 'voice-7',
        takeIds: ['take-2'],
        history: [{ why: 'recorded-again', takeIds: ['take-1'] }],
      },
    });
  });

  it('once more remembers both that it was', async () => {
    world.voices.set('voice-7', gone);
    await world.maker.rebuild('voice-7', 'local');
    world.maker.move('voice-7', { is: 'failed', fault: { code: 'training-failed' } });
    await world.maker.rebuild('voice-7', 'local');
    const history = world.voices.get('voice-7')?.history ?? [];
    expect(history.map(({ remoteId }) => remoteId)).toEqual(['r7', undefined]);
  });

  it.each([
    { what: 'has no recording here', voice: { ...gone, takeIds: [] }, code: 'sample-missing' },
    { what: 'is of recordings that are gone', voice: { ...gone, takeIds: ['lost'] }, code: 'take-not-found' },
    {
      what: 'has nobody’s consent here',
      voice: { ...gone, consent: { at: 1, how: 'elsewhere' } },
      code: 'consent-missing',
    },
    { what: 'is in training', voice: { ...gone, state: { status: 'waiting' } }, code: 'voice-not-possible' },
    {
      what: 'belongs to the server',
      voice: { ...gone, origin: { is: 'public' } },
      code: 'voice-not-possible',
    },
  ] as readonly { what: string; voice: Voice; code: string }[])(
    'is refused where it $what',
    async ({ voice, code }) => {
      world.voices.set('voice-7', voice);
      expect(await world.maker.rebuild('voice-7', 'local')).toMatchObject({ fault: { code } });
      expect(world.voices.get('voice-7')).toBe(voice);
      expect(world.jobs).toEqual([]);
    },
  );

  it('is what it was where its job cannot be written', async () => {
    world.voices.set('voice-7', gone);
    world.broken.add = { code: 'journal-not-written' };
    expect(await world.maker.rebuild('voice-7', 'local')).toMatchObject({ ok: false });
    expect(world.voices.get('voice-7')).toBe(gone);
    expect(world.happened).not.toContain('shelf without voice-7');
  });

  it('must be there', async () => {
    expect(await world.maker.rebuild('voice-9', 'local')).toMatchObject({
      fault: { code: 'voice-not-found' },
    });
    const ask = { ...ASK, replaces: { id: 'voice-9', why: 'recorded-again' } } as const;
    expect(await world.maker.make(ask)).toMatchObject({ fault: { code: 'voice-not-found' } });
  });
});

describe('what a person says of a voice', () => {
  it.each([
    { words: { note: ' For the museum. ' }, becomes: { note: 'For the museum.', tags: ['old'] } },
    {
      words: { tags: [' calm ', 'Calm', '', 'for  the   guide'] },
      becomes: { note: 'old', tags: ['calm', 'for the guide'] },
    },
    { words: { tags: [] }, becomes: { note: 'old', tags: [] } },
    { words: { tags: ['x'.repeat(60)] }, becomes: { tags: ['x'.repeat(40)] } },
    { words: { speed: 0.8 }, becomes: { note: 'old', speed: 0.8 } },
    {
      words: {
        pronunciations: [
          { word: ' SQL ', spoken: ' sequel ' },
          { word: '', spoken: 'x' },
          { word: 'SQL', spoken: 'S Q L' },
        ],
      },
      becomes: { note: 'old', pronunciations: [{ word: 'SQL', spoken: 'sequel' }] },
    },
  ])('$words is kept tidily, and the rest stays', ({ words, becomes }) => {
    world.voices.set('voice-1', newVoice({ note: 'old', tags: ['old'] }));
    expect(world.maker.describe('voice-1', words)).toMatchObject({ ok: true, value: becomes });
    expect(world.voices.get('voice-1')).toMatchObject(becomes);
    expect(world.happened).toEqual(['voice-1 waiting']);
  });

  it('is twenty tags at most', () => {
    world.voices.set('voice-1', newVoice());
    world.maker.describe('voice-1', { tags: Array.from({ length: 30 }, (_, at) => `t${at}`) });
    expect(world.voices.get('voice-1')?.tags).toHaveLength(20);
  });

  it('is refused where there is no such voice', () => {
    expect(world.maker.describe('voice-9', {})).toMatchObject({ fault: { code: 'voice-not-found' } });
  });
});

describe('a name', () => {
  const named = newVoice({ id: 'voice-7', name: 'Ada', state: { status: 'completed', remoteId: 'r7' } });

  it('that another voice of the same server bears is refused, whatever its case', async () => {
    world.voices.set('voice-7', named);
    expect(await world.maker.make({ ...ASK, name: ' ADA ' })).toMatchObject({
      fault: { code: 'voice-name-taken' },
    });
    world.voices.set('voice-1', newVoice({ name: 'Bob' }));
    expect(world.maker.rename('voice-1', 'ada')).toMatchObject({ fault: { code: 'voice-name-taken' } });
    expect(world.maker.rename('voice-7', 'ADA')).toMatchObject({ ok: true });
  });

  it('of a voice that failed, or of one elsewhere, is free', async () => {
    world.voices.set('voice-7', {
      ...named,
      state: { status: 'failed', fault: { code: 'training-failed' } },
    });
    world.voices.set('voice-8', { ...named, id: 'voice-8', server: 'https://elsewhere.example' });
    expect(await world.maker.make({ ...ASK, name: 'Ada' })).toMatchObject({ ok: true });
  });
});

describe('a voice follows its job', () => {
  const job = (state: JobState, more: Partial<Job> = {}): Job => ({
    ...{ id: 'job-1', kind: 'clone', lane: 'clone@local', notes: {}, tries: 0, createdAt: 1, state },
    input: { voiceId: 'voice-1', server: 'local' },
    ...more,
  });
  const fault = { code: 'training-failed' };
  const failedVoice = newVoice({ state: { status: 'failed', fault } });

  it.each<{ what: string; from: Voice; state: JobState; to: Voice['state']; wakes: boolean }>([
    {
      what: 'that failed',
      from: newVoice(),
      state: { status: 'failed', at: 1, fault },
      to: { status: 'failed', fault },
      wakes: true,
    },
    {
      what: 'that was canceled',
      from: newVoice(),
      state: { status: 'canceled', at: 1 },
      to: { status: 'failed', fault: { code: 'canceled' } },
      wakes: true,
    },
    {
      what: 'that was asked again',
      from: failedVoice,
      state: { status: 'waiting', why: 'turn', since: 1 },
      to: { status: 'waiting' },
      wakes: false,
    },
    {
      what: 'that runs',
      from: newVoice({ state: { status: 'uploading' } }),
      state: { status: 'running', since: 1 },
      to: { status: 'uploading' },
      wakes: false,
    },
    {
      what: 'that is done',
      from: newVoice({ state: { status: 'completed', remoteId: 'r1' } }),
      state: { status: 'done', at: 1, result: null },
      to: { status: 'completed', remoteId: 'r1' },
      wakes: true,
    },
  ])('$what', ({ from, state, to, wakes }) => {
    world.voices.set('voice-1', from);
    world.maker.follow(job(state));
    expect(world.voices.get('voice-1')?.state).toEqual(to);
    expect(world.released).toEqual(wakes ? ['voice:voice-1'] : []);
  });

  it.each([
    { what: 'a line that is spoken', more: { kind: 'speak' } },
    { what: 'an entry that cannot be read', more: { input: ['voice-1'] } },
    { what: 'an entry without a voice', more: { input: null } },
  ])('and no other: $what', ({ more }) => {
    world.voices.set('voice-1', newVoice());
    world.maker.follow(job({ status: 'failed', at: 1, fault }, more));
    expect(world.voices.get('voice-1')?.state.status).toBe('waiting');
    expect(world.released).toEqual([]);
  });

  it('and one that is not there any more is no trouble', () => {
    world.maker.follow(job({ status: 'canceled', at: 1 }));
    expect(world.voices.size).toBe(0);
  });
});

describe('a move that cannot be kept', () => {
  it('answers the voice as it is still kept, and tells nobody', () => {
    const voice = newVoice();
    world.voices.set('voice-1', voice);
    world.broken.save = { code: 'settings-not-written' };
    expect(world.maker.move('voice-1', { is: 'uploading' })).toBe(voice);
    expect(world.happened).toEqual([]);
  });
});
