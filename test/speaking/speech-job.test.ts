import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { VoiceState } from '../../electron/cloning/voice/voice.ts';
import { PARKED } from '../../electron/jobs/job.ts';
import { encodeWav } from '../../electron/recording/wav.ts';
import { speechNotesToForget } from '../../electron/speaking/speech-job.ts';
import { INPUT, SpeechWorld } from './speech-world.ts';

const done = { is: 'done', result: { clipId: 'clip-1' } };
const gone = { is: 'failed', fault: { code: 'voice-gone' } };

describe('a line is spoken', () => {
  it('once, fetched and kept as a clip', async () => {
    const world = new SpeechWorld();
    const process = world.process();
    expect(await world.work(process)).toEqual(done);
    expect(process.stages).toEqual(['speaking', 'fetching']);
    expect(world.server.calls).toEqual(['credits', 'speak', 'credits', 'download']);
    expect(world.server.paid).toEqual(['speech']);
    const { clip, sound } = world.clips.get('clip-1') ?? {};
    expect(clip).toEqual({
      ...{ id: 'clip-1', jobId: 'job-2', voiceId: 'voice-1', voiceName: 'Ada', server: 'local' },
      ...{ text: 'Hello.', speed: 1.25, createdAt: expect.any(Number), sampleRate: 8000, samples: 800 },
      ...{ key: expect.any(String), state: { status: 'kept' } },
    });
    expect(sound?.samples).toHaveLength(800);
  });

  it('with the stock voice of the server, which the clip then names', async () => {
    const world = new SpeechWorld({ stock: 'slt' });
    await world.work();
    expect(world.clips.get('clip-1')?.clip.stock).toBe('slt');
  });

  it('from an MP3 as well as from a WAV', async () => {
    const sound = new Uint8Array(await readFile(join(import.meta.dirname, '../recording/tone.mp3')));
    const world = new SpeechWorld({ sound });
    expect(await world.work()).toEqual(done);
    expect(world.clips.get('clip-1')?.clip.sampleRate).toBe(24_000);
  });

  it('and is not spoken again once its clip is there', async () => {
    const world = new SpeechWorld();
    await world.work();
    expect(await world.work()).toEqual(done);
    expect(world.server.calls).toEqual(['credits', 'speak', 'credits', 'download']);
    expect(world.kept).toBe(1);
  });

  it('with the second id of the voice first, and remembers which of them spoke', async () => {
    const world = new SpeechWorld({ speakerId: 'speaker-7' });
    await world.work();
    expect(world.server.spokenWith).toEqual(['speaker-7']);
    expect(world.voice?.state).toMatchObject({ speakId: 'speaker-7' });
  });

  it('with the other id where the server does not know the first', async () => {
    const world = new SpeechWorld({ speakerId: 'speaker-7' });
    world.server.deafTo.add('speaker-7');
    expect(await world.work()).toEqual(done);
    expect(world.server.spokenWith).toEqual(['remote-1']);
    expect(world.voice?.state).toMatchObject({ speakId: 'remote-1' });
  });
});

describe('a line for a voice', () => {
  it.each<{ state: VoiceState }>([
    { state: { status: 'waiting' } },
    { state: { status: 'uploading' } },
    { state: { status: 'sent', remoteId: 'r' } },
    { state: { status: 'processing', remoteId: 'r', wireStatus: 'processing' } },
  ])('that is $state.status waits for it', async ({ state }) => {
    const world = new SpeechWorld();
    if (world.voice) world.voice = { ...world.voice, state };
    expect(await world.work()).toEqual({ is: 'waiting', why: 'voice', key: 'voice:voice-1' });
    expect(world.server.calls).toEqual([]);
  });

  it('that could not be made is not spoken', async () => {
    const world = new SpeechWorld();
    if (world.voice)
      world.voice = { ...world.voice, state: { status: 'failed', fault: { code: 'refused' } } };
    expect(await world.work()).toMatchObject({ is: 'failed', fault: { code: 'voice-failed' } });
  });

  it('that was deleted here is not spoken', async () => {
    const world = new SpeechWorld();
    world.voice = undefined;
    expect(await world.work()).toMatchObject({ is: 'failed', fault: { code: 'voice-not-found' } });
  });

  it('that its server does not know any more is not spoken by another', async () => {
    const world = new SpeechWorld();
    world.server.remove('remote-1');
    expect(await world.work()).toMatchObject(gone);
    expect(world.job.notes['asking']).toBeNull();
    expect(world.server.paid).toEqual([]);
  });

  it('on a server that Timbre is not connected to waits and is spoken nowhere else', async () => {
    const world = new SpeechWorld();
    world.isConnected = false;
    expect(await world.run()).toEqual({
      is: 'waiting',
      why: 'server',
      key: 'server:local',
      fault: { code: 'server-not-set', facts: { server: 'local' } },
    });
  });
});

describe('a process that is killed', () => {
  it('at any step leads to one paid call, to a clip or to the truth', async () => {
    const dry = new SpeechWorld();
    const process = dry.process();
    await dry.work(process);
    const ends: Record<string, string> = {};
    for (const [dieAt, step] of process.steps.entries()) {
      const world = new SpeechWorld();
      expect(await world.work(world.process(dieAt))).toBe('died');
      const end = await world.work();
      if (end === 'died') throw new Error(step);
      const name = step in ends ? `${step} again` : step;
      ends[name] = end.is === 'failed' ? end.fault.code : end.is;
      expect({ step, paid: world.server.paid }).toEqual({ step, paid: ['speech'] });
    }
    expect(ends).toEqual({
      'before credits': 'done',
      'after credits': 'done',
      'before the note asking': 'done',
      'after the note asking': 'done',
      'before speak': 'done',
      // Charged, and what was paid for is lost: that is told, not paid a second time.
      'after speak': 'maybe-charged',
      'before credits again': 'maybe-charged',
      'before the note spoken': 'maybe-charged',
      'after credits again': 'done',
      'after the note spoken': 'done',
      'before download': 'done',
      'after download': 'done',
      'before the clip': 'done',
      'after the clip': 'done',
    });
  });

  it('and its successor too, leads to one paid call', async () => {
    for (let dieAt = 0; dieAt < 12; dieAt++)
      for (let again = 0; again < 12; again++) {
        const world = new SpeechWorld();
        await world.work(world.process(dieAt));
        await world.work(world.process(again));
        await world.work();
        expect({ dieAt, again, paid: world.server.paid }).toEqual({ dieAt, again, paid: ['speech'] });
      }
  });

  it('where credits are not told is never asked a second time', async () => {
    for (let dieAt = 0; dieAt < 12; dieAt++) {
      const world = new SpeechWorld({ tellsCredits: false });
      await world.work(world.process(dieAt));
      await world.work();
      expect(world.server.calls.filter((call) => call === 'speak').length).toBeLessThanOrEqual(1);
    }
  });
});

describe('an answer that ends unclearly', () => {
  const CODES = ['timeout', 'interrupted', 'server-error', 'bad-answer', 'canceled'] as const;

  it.each(CODES)('(%s) and was not charged is asked once more', async (code) => {
    const world = new SpeechWorld();
    world.server.failNext('speak', { code });
    expect(await world.run()).toMatchObject({ is: 'waiting', why: 'network', fault: { code } });
    expect(await world.work()).toEqual(done);
    expect(world.server.paid).toEqual(['speech']);
  });

  it.each(CODES)('(%s) and was charged is not asked again', async (code) => {
    const world = new SpeechWorld();
    world.server.failNext('speak', { code, taken: true });
    expect(await world.run()).toMatchObject({ is: 'waiting' });
    expect(await world.work()).toEqual({
      is: 'failed',
      fault: { code: 'maybe-charged', detail: 'credits before 1000, after 990' },
    });
    expect(world.server.paid).toEqual(['speech']);
    world.forget(speechNotesToForget({ code: 'maybe-charged' }));
    expect(await world.work()).toEqual(done);
    expect(world.server.paid).toEqual(['speech', 'speech']);
  });

  it('and is charged late, while the credits are watched, is not asked again', async () => {
    const world = new SpeechWorld();
    world.server.failNext('speak', { code: 'interrupted' });
    await world.run();
    const chargeAt = world.clock.time + 15_000;
    world.server.chargeAt = chargeAt;
    expect(await world.work()).toMatchObject({ is: 'failed', fault: { code: 'maybe-charged' } });
    expect(world.server.calls.filter((call) => call === 'speak')).toHaveLength(1);
    expect(world.clock.time - chargeAt).toBeLessThan(4000);
  });

  it('where credits are not told is not asked again', async () => {
    const world = new SpeechWorld({ tellsCredits: false });
    world.server.failNext('speak', { code: 'timeout' });
    await world.run();
    expect(await world.work()).toEqual({
      is: 'failed',
      fault: { code: 'maybe-charged', detail: 'credits before unknown, after unknown' },
    });
    expect(world.server.calls.filter((call) => call === 'speak')).toHaveLength(1);
  });

  it('where credits stop being told is not asked again', async () => {
    const world = new SpeechWorld();
    world.server.failNext('speak', { code: 'timeout' });
    await world.run();
    world.server.storm('credits', { code: 'bad-answer' });
    expect(await world.work()).toMatchObject({
      fault: { code: 'maybe-charged', detail: 'credits before 1000, after unknown' },
    });
  });

  it('waits while credits cannot be asked just now', async () => {
    const world = new SpeechWorld();
    world.server.failNext('speak', { code: 'timeout', taken: true });
    await world.run();
    for (const code of ['offline', 'server-error', 'timeout'] as const) {
      world.server.failNext('credits', { code });
      expect(await world.run()).toMatchObject({ is: 'waiting', fault: { code } });
    }
    world.server.failNext('credits', { code: 'token-refused' });
    expect(await world.run()).toMatchObject({ is: 'failed', fault: { code: 'token-refused' } });
    expect(await world.work()).toMatchObject({ fault: { code: 'maybe-charged' } });
    expect(world.server.paid).toEqual(['speech']);
  });

  it('again and again writes no note of a new name, so that the pauses between tries grow', async () => {
    const world = new SpeechWorld();
    world.server.storm('speak', { code: 'server-error' });
    await world.run();
    const names = Object.keys(world.job.notes);
    for (let again = 0; again < 5; again++) {
      world.clock.time += 1000;
      expect(await world.run()).toMatchObject({ is: 'waiting' });
      expect(Object.keys(world.job.notes)).toEqual(names);
    }
    world.server.storm('speak', null);
    expect(await world.work()).toEqual(done);
    expect(world.server.paid).toEqual(['speech']);
  });
});

describe('a computer that is about to sleep', () => {
  it.each(['before the credits', 'after the note asking'])(
    'has no call begun in the last moment, %s; awake it is made once',
    async (where) => {
      const world = new SpeechWorld();
      const process = world.process();
      const { step } = process;
      process.isParked = where === 'before the credits';
      Object.assign(process, {
        step: async (at: string) => {
          process.isParked ||= at === where;
          await step(at);
        },
      });
      expect(await world.run(process)).toEqual(PARKED);
      expect(world.server.paid).toEqual([]);
      expect(await world.work()).toEqual(done);
      expect(world.server.paid).toEqual(['speech']);
    },
  );
});

describe('an answer that is certainly a refusal', () => {
  it.each([
    { code: 'offline', waits: 'network' },
    { code: 'rate-limited', waits: 'capacity' },
    { code: 'occupied', waits: 'capacity' },
    { code: 'token-refused', waits: null },
    { code: 'out-of-credits', waits: 'credits' },
    { code: 'refused', waits: null },
  ] as const)('($code) is asked again without a look at the credits', async ({ code, waits }) => {
    const world = new SpeechWorld();
    world.server.failNext('speak', { code });
    expect(await world.run()).toMatchObject(
      waits
        ? { is: 'waiting', why: waits, holdsLane: true, fault: { code } }
        : { is: 'failed', fault: { code } },
    );
    expect(world.job.notes['asking']).toBeNull();
    world.server.coins -= 500;
    expect(await world.work()).toEqual(done);
    expect(world.server.paid).toEqual(['speech']);
  });
});

describe('finished speech', () => {
  it('is fetched until it is here, and paid once', async () => {
    const world = new SpeechWorld();
    for (const code of ['offline', 'interrupted', 'timeout', 'server-error', 'rate-limited'] as const)
      world.server.failNext('download', { code });
    expect(await world.work()).toEqual(done);
    expect(world.server.paid).toEqual(['speech']);
  });

  it('is fetched where the server on this computer lives now', async () => {
    const world = new SpeechWorld();
    world.server.failNext('download', { code: 'offline' });
    await world.run();
    world.server.baseUrl = 'http://127.0.0.1:9999';
    expect(await world.work()).toEqual(done);
    expect(world.server.paid).toEqual(['speech']);
  });

  it('whose link may be mended is fetched again at a retry, for free', async () => {
    const world = new SpeechWorld();
    const fault = { code: 'download-broken', detail: 'text instead of audio', status: 200 } as const;
    world.server.failNext('download', fault);
    expect(await world.work()).toEqual({ is: 'failed', fault });
    world.forget(speechNotesToForget(fault));
    expect(await world.work()).toEqual(done);
    expect(world.server.paid).toEqual(['speech']);
  });

  it('whose link has died is spoken anew at a retry, and only then', async () => {
    const world = new SpeechWorld();
    const fault = { code: 'download-broken', status: 403 } as const;
    world.server.failNext('download', fault, fault);
    expect(await world.work()).toEqual({ is: 'failed', fault });
    expect(await world.work()).toEqual({ is: 'failed', fault });
    expect(world.server.paid).toEqual(['speech']);
    world.forget(speechNotesToForget(fault));
    expect(await world.work()).toEqual(done);
    expect(world.server.paid).toEqual(['speech', 'speech']);
  });

  it.each([
    { what: 'is no sound', sound: new Uint8Array(Buffer.from('<html>Sign in</html>')) },
    { what: 'has no samples', sound: encodeWav({ sampleRate: 8000, samples: new Float32Array(0) }, 16) },
    { what: 'is empty', sound: new Uint8Array(0) },
  ])('that $what makes no clip', async ({ sound }) => {
    const world = new SpeechWorld({ sound });
    expect(await world.work()).toEqual({
      is: 'failed',
      fault: { code: 'clip-not-audio', detail: `audio/wav, ${sound.length} bytes` },
    });
    expect(world.clips.size).toBe(0);
  });

  it('that does not fit on the disk is fetched again at a retry, not paid again', async () => {
    const world = new SpeechWorld();
    world.isDiskFull = true;
    expect(await world.work()).toEqual({ is: 'failed', fault: { code: 'disk-full' } });
    world.isDiskFull = false;
    world.forget(speechNotesToForget({ code: 'disk-full' }));
    expect(await world.work()).toEqual(done);
    expect(world.server.paid).toEqual(['speech']);
  });
});

describe('the limit of the day', () => {
  it('holds a line before anything is paid, and lets it go once more may be spent', async () => {
    const world = new SpeechWorld();
    world.held = { code: 'ceiling-reached', facts: { spent: 5, ceiling: 5 } };
    expect(await world.run()).toEqual({
      ...{ is: 'waiting', holdsLane: true, why: 'credits', retryAfterMs: 600_000 },
      fault: world.held,
    });
    expect(world.server.calls).toEqual([]);
    world.held = undefined;
    expect(await world.work()).toEqual(done);
    expect(world.told).toEqual([1000, 990]);
  });

  it('does not keep a line that may be paid already from being settled', async () => {
    const world = new SpeechWorld();
    world.server.failNext('speak', { code: 'timeout' });
    await world.run();
    world.held = { code: 'ceiling-reached' };
    expect(await world.work()).toEqual(done);
  });
});

describe('the link of finished speech', () => {
  it('stands in the journal without its query', async () => {
    const world = new SpeechWorld();
    await world.work();
    expect(JSON.stringify(world.job.notes)).toContain('#sealed=');
    expect(JSON.stringify(world.job.notes)).not.toContain('signature');
  });

  it('that cannot be opened any more is told, and nothing is paid before a person asks again', async () => {
    const world = new SpeechWorld();
    world.job.notes['spoken'] = { link: '/speech/1.wav#sealed=zz' };
    expect(await world.work()).toMatchObject({ is: 'failed', fault: { code: 'speech-link-lost' } });
    expect(world.server.paid).toEqual([]);
    world.forget(speechNotesToForget({ code: 'speech-link-lost' }));
    expect(await world.work()).toEqual(done);
  });
});

describe('a retry', () => {
  it.each([
    { code: 'maybe-charged', forgets: ['asking'] },
    { code: 'clip-not-audio', forgets: ['asking', 'spoken'] },
    { code: 'download-broken', status: 404, forgets: ['asking', 'spoken'] },
    { code: 'download-broken', status: 410, forgets: ['asking', 'spoken'] },
    { code: 'download-broken', status: 200, forgets: [] },
    { code: 'download-broken', forgets: [] },
    { code: 'voice-gone', forgets: [] },
    { code: 'disk-full', forgets: [] },
    { code: 'token-refused', forgets: [] },
  ])('after $code ($status) forgets $forgets', ({ code, status, forgets }) => {
    expect(speechNotesToForget({ code, ...(status !== undefined && { status }) })).toEqual(forgets);
  });
});

describe('an entry of the journal', () => {
  const world = new SpeechWorld();
  const kind = world.kind(world.process());

  it.each([
    null,
    'Hello.',
    [],
    {},
    { ...INPUT, text: 7 },
    { ...INPUT, speed: '1' },
    { ...INPUT, clipId: undefined },
  ])('that reads %j is no line to speak', (input) => {
    expect(kind.parse(input)).toMatchObject({ ok: false, fault: { code: 'job-unreadable' } });
  });

  it('goes to the lane of its server', () => {
    expect(kind.parse(INPUT)).toEqual({ ok: true, value: INPUT });
    expect(kind.lane(INPUT)).toBe('speak@local');
  });
});
