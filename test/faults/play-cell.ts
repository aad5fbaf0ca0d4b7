import { createA2eClient } from '../../electron/a2e/create-client.ts';
import type { A2eTimeouts } from '../../electron/a2e/timeouts.ts';
import type { Connection } from '../../electron/cloning/server.ts';
import { cloneJob, cloneNotesToForget } from '../../electron/cloning/training/clone-job.ts';
import { moveVoice } from '../../electron/cloning/voice/move-voice.ts';
import type { Voice } from '../../electron/cloning/voice/voice.ts';
import type { JobKind, Outcome } from '../../electron/jobs/job.ts';
import type { Fault, Json } from '../../electron/result.ts';
import { ok } from '../../electron/result.ts';
import type { Clip } from '../../electron/speaking/clip.ts';
import { speechJob, speechNotesToForget } from '../../electron/speaking/speech-job.ts';
import { bytesBody } from '../a2e/bytes-body.ts';
import { newVoice } from '../cloning/clone-world.ts';
import { FakeClock, FakeProcess, type JobOnDisk } from '../cloning/fake-desk.ts';
import { testLinks } from '../cloning/plain-seal.ts';
import { paidTill } from '../cloning/test-till.ts';
import type { EndpointName } from './a2e-protocol.ts';
import { type MisbehavingServer, startMisbehavingServer, TOKEN } from './misbehaving-server.ts';
import type { Misbehaviour } from './misbehaviour.ts';

/** Short enough for some hundred cells, long enough for a busy machine to answer on 127.0.0.1. */
const PATIENCE: A2eTimeouts = {
  ...{ call: 2000, train: 2000, speak: 2000, upload: 2000, download: 2000, idle: 2000, pause: 5 },
};
const MOST_RUNS = 60;

/** What one fault in one place did. */
export interface Cell {
  /** The first fault that the job, or the call, came back with; `fine`: nothing was noticed. */
  readonly code: string;
  /** How long the server asked to wait, where it did. */
  readonly retryAfterMs?: number;
  /** How the job ended by itself; `call` where a call alone was tried. */
  readonly end: string;
  /** What is wrong with it; empty where nothing is. */
  readonly wrong: readonly string[];
  /** Everything that was told and written, to be searched for secrets. */
  readonly said: string;
}

const JOBS_OF: Partial<Record<EndpointName, 'clone' | 'speak'>> = {
  ...{ presign: 'clone', put: 'clone', file: 'clone', train: 'clone', voice: 'clone' },
  ...{ running: 'clone', completed: 'clone', credits: 'speak', speak: 'speak', sound: 'speak' },
};

/** Plays one fault in one place, once or for as long as the work lasts, with a server and a job of their own. */
export async function playCell(
  endpoint: EndpointName,
  how: Misbehaviour,
  times: 'once' | 'always',
): Promise<Cell> {
  const server = await startMisbehavingServer();
  try {
    const job = JOBS_OF[endpoint];
    return job === undefined
      ? await playCall(server, { endpoint, how })
      : await playJob(server, { job, endpoint, how, times });
  } finally {
    await server.close();
  }
}

async function playCall(
  server: MisbehavingServer,
  { endpoint, how }: { endpoint: EndpointName; how: Misbehaviour },
): Promise<Cell> {
  const client = createA2eClient({ baseUrl: server.url, token: () => TOKEN, timeouts: PATIENCE });
  const calls = {
    remove: () => client.removeVoice('66dc3c1b7dc1f1c483cc5ab8'),
    publicVoices: () => client.publicVoices({ country: 'en' }),
    languages: () => client.languages(),
    detect: () => client.detectLanguage('Hello'),
    copy: () => client.copyToStorage('https://else.example/a.wav'),
    avatar: () => client.cloneAvatarVoice('avatar-1'),
  } as const;
  server.misbehave(endpoint, how, 'once');
  const answer = await calls[endpoint as keyof typeof calls]();
  const wrong = server.count('avatar') > 1 ? ['a paid call was made twice'] : [];
  const fault: Fault | undefined = answer.ok ? undefined : answer.fault;
  const retryAfterMs = fault?.retryAfterMs;
  return {
    ...{ code: fault?.code ?? 'fine', end: 'call', wrong, said: JSON.stringify(answer) },
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}

interface JobPlay {
  readonly job: 'clone' | 'speak';
  readonly endpoint: EndpointName;
  readonly how: Misbehaviour;
  readonly times: 'once' | 'always';
}

async function playJob(server: MisbehavingServer, { job, endpoint, how, times }: JobPlay): Promise<Cell> {
  const world = makeWorld(server, job);
  if (job === 'speak') await world.train();
  const paidBefore = server.books.paid.length;
  // The lists are asked only where a submission ended unclearly, or where the by-id path is no help.
  if (endpoint === 'running' || endpoint === 'completed') server.misbehave('train', 'drop when done', 'once');
  const arm = () => server.misbehave(endpoint, how, times);
  if (endpoint === 'running' || endpoint === 'completed') world.afterFirstRun = arm;
  else arm();

  const first = await world.work(times === 'always' ? 6 : MOST_RUNS);
  const wrong: string[] = [];
  const paid = () => server.books.paid.length - paidBefore;
  if (paid() > 1) wrong.push(`paid ${paid()} times`);
  server.behave();
  const paidThen = paid();
  const second = first.is === 'done' ? first : await world.retry(first);
  if (second.is !== 'done')
    wrong.push(`not done when all is well again: ${'fault' in second ? second.fault?.code : second.is}`);
  const askedFirst = first.is === 'failed' && COSTS_AGAIN.has(first.fault.code);
  if (paid() > Math.max(1, paidThen + (askedFirst ? 1 : 0))) wrong.push(`paid ${paid()} times in all`);
  if (job === 'speak' && !world.clip()) wrong.push('no clip');
  const [fault] = world.faults.filter(
    ({ code }) => (endpoint !== 'running' && endpoint !== 'completed') || code !== 'interrupted',
  );
  return {
    ...{ code: fault?.code ?? 'fine', end: first.is, wrong },
    ...(fault?.retryAfterMs !== undefined && { retryAfterMs: fault.retryAfterMs }),
    said: JSON.stringify([world.faults, world.disk, world.voice(), first, second]),
  };
}

/** Has a voice made by a server that is odd rather than at fault; what it was paid for, and how it ended. */
export async function playOddity(makeOdd: (server: MisbehavingServer) => unknown) {
  const server = await startMisbehavingServer();
  try {
    makeOdd(server);
    const world = makeWorld(server, 'clone');
    const end = await world.work(MOST_RUNS);
    return {
      end: end.is,
      paid: server.books.paid.length,
      voice: world.voice(),
      uploads: server.count('put'),
    };
  } finally {
    await server.close();
  }
}

/** After these a person is told that asking again may cost again. */
const COSTS_AGAIN = new Set(['maybe-charged', 'training-unknown', 'clip-not-audio', 'download-broken']);

/** A voice, its jobs and the clips: all that outlives a process, over a real client. */
function makeWorld(server: MisbehavingServer, name: 'clone' | 'speak') {
  const clock = new FakeClock();
  const faults: Fault[] = [];
  const disk = { clone: onDisk('job-1'), speak: onDisk('job-2') };
  const clips = new Map<string, Clip>();
  let voice: Voice = newVoice({ server: server.url });
  const client = createA2eClient({ baseUrl: server.url, token: () => TOKEN, timeouts: PATIENCE });
  const account = { held: () => undefined, told: () => undefined, room: () => null };
  const till = paidTill({ client, account }, { now: Date.now });
  const connection: Connection = { server: server.url, client, textLimit: 1000, account, till };
  const shared = {
    connect: async () => ok(connection),
    voice: () => voice,
    move: (_id: string, event: Parameters<typeof moveVoice>[1]) => {
      voice = moveVoice(voice, event, clock.time);
      return voice;
    },
    links: testLinks,
    now: clock.now,
  };
  const kinds = {
    clone: cloneJob({
      ...shared,
      sampleFiles: async () => ok([bytesBody(new Uint8Array(2000))]),
      uploaded: () => ({ is: 'none' }),
      onSent: () => undefined,
    }),
    speak: speechJob({
      ...shared,
      keep: async (clip) => {
        clips.set(clip.id, clip);
        return ok(clip);
      },
      cached: () => undefined,
      keepCopy: async (clip) => ok(clip),
      clip: (id) => clips.get(id),
    }),
  };
  const inputs = {
    clone: { voiceId: 'voice-1', server: server.url },
    speak: { voiceId: 'voice-1', server: server.url, text: 'Hello.', speed: 1, clipId: 'clip-1' },
  };
  const world = {
    ...{ faults, disk, voice: () => voice, clip: () => clips.get('clip-1') },
    afterFirstRun: undefined as (() => void) | undefined,
    async train() {
      const trained = await run('clone', MOST_RUNS);
      if (trained.is !== 'done') throw new Error('no voice to speak with');
      faults.splice(0);
    },
    work: (runs: number) => run(name, runs),
    /** A person tries again, or the network is back. */
    retry(first: Outcome) {
      const { notes } = disk[name];
      const forget =
        first.is !== 'failed'
          ? []
          : name === 'clone'
            ? cloneNotesToForget(first.fault, notes)
            : speechNotesToForget(first.fault);
      for (const note of forget) delete notes[note];
      return run(name, MOST_RUNS);
    },
  };
  /** Runs a job as the runner does, again after each wait, at most so often; the clock is the job's own. */
  async function run(which: 'clone' | 'speak', runs: number): Promise<Outcome> {
    let outcome: Outcome = { is: 'waiting', why: 'network' };
    for (let each = 0; each < runs; each++) {
      const ended = await new FakeProcess(clock).run(
        kinds[which] as unknown as JobKind<unknown, Json>,
        inputs[which],
        disk[which],
      );
      if (ended === 'died') throw new Error('nothing dies here');
      outcome = ended;
      if ('fault' in outcome && outcome.fault) faults.push(outcome.fault);
      if (outcome.is !== 'waiting') break;
      clock.time += outcome.retryAfterMs ?? 1000;
      world.afterFirstRun?.();
      world.afterFirstRun = undefined;
    }
    return outcome;
  }
  return world;
}

function onDisk(id: string): JobOnDisk {
  return { id, notes: {} };
}
