import { z } from 'zod';
import { outcomeOf, unconnected } from '../cloning/outcomes.ts';
import type { JobDesk, JobKind, Outcome } from '../jobs/job.ts';
import { decodeSound } from '../recording/decode-sound.ts';
import { type Fault, fail, ok } from '../result.ts';
import { askOnce, type Spoken } from './ask-once.ts';
import type { Clip } from './clip.ts';
import { contentKey } from './content-key.ts';
import type { SpeechInput, SpeechParts, SpeechScene } from './speech-parts.ts';

const inputSchema: z.ZodType<SpeechInput> = z.object({
  voiceId: z.string(),
  server: z.string(),
  text: z.string(),
  speed: z.number(),
  clipId: z.string(),
  audition: z.boolean().exactOptional(),
  sent: z.string().exactOptional(),
  line: z
    .object({ batchId: z.string(), lineId: z.string(), askedAt: z.number().exactOptional() })
    .exactOptional(),
  isFresh: z.literal(true).exactOptional(),
});

/** How long until the credits are looked at again by themselves, in milliseconds; a person can have it tried at once. */
const CREDITS_MS = 600_000;

const failed = (fault: Fault): Outcome<never> => ({ is: 'failed', fault });

/**
 * The job that has one text spoken: waits for the voice, asks once, fetches the sound, keeps it as a clip. Its notes:
 * `asking` (written before the paid call, null once its end is known) and `spoken` (where the sound is).
 */
export function speechJob(parts: SpeechParts): JobKind<SpeechInput, { clipId: string }> {
  /** Content that is being asked for: the same words twice in a batch are one call. */
  const underWay = new Map<string, Promise<unknown>>();
  return {
    kind: 'speak',
    parse(input) {
      const { data } = inputSchema.safeParse(input);
      return data ? ok(data) : fail('job-unreadable');
    },
    lane: ({ server }) => `speak@${server}`,
    async run(input, desk) {
      if (parts.clip(input.clipId)) return { is: 'done', result: { clipId: input.clipId } };
      const scene = await prepare(parts, input, desk);
      if ('is' in scene) return scene;
      const key = keyOf(scene);
      while (!input.isFresh && underWay.has(key)) await underWay.get(key);
      const speaking = speak(scene, key);
      underWay.set(key, speaking);
      try {
        return holding(await speaking);
      } finally {
        if (underWay.get(key) === speaking) underWay.delete(key);
      }
    },
  };
}

/** Takes the sound from where the same was spoken before, else has it spoken. A call that was begun is brought to its end. */
async function speak(scene: SpeechScene, key: string): Promise<Outcome<{ clipId: string }>> {
  const { parts, input, desk } = scene;
  const isBegun = desk.notes['asking'] !== undefined && desk.notes['asking'] !== null;
  // A line that is only to be heard is another take of it each time.
  const same = input.isFresh || input.audition || isBegun ? undefined : parts.cached(key);
  if (same) {
    const copied = await parts.keepCopy(copyOf(scene, same), same);
    if (copied.ok) return { is: 'done', result: { clipId: input.clipId } };
    // Its sound cannot be had any more: then it is spoken anew.
  }
  const spoken = await askOnce(scene);
  return 'is' in spoken ? spoken : fetchAndKeep(scene, spoken);
}

/** What the next line would meet as well (no network, too many calls, no credits) holds the lane. */
function holding(outcome: Outcome<{ clipId: string }>): Outcome<{ clipId: string }> {
  if (outcome.is === 'failed' && outcome.fault.code === 'out-of-credits')
    return { is: 'waiting', why: 'credits', retryAfterMs: CREDITS_MS, holdsLane: true, fault: outcome.fault };
  const isShared = outcome.is === 'waiting' && outcome.key === undefined;
  return isShared ? { ...outcome, holdsLane: true } : outcome;
}

function keyOf({ input, voice }: SpeechScene): string {
  const { server, text, sent = text, speed } = input;
  return contentKey({ server, remoteId: voice.state.remoteId, model: voice.model, sent, speed });
}

/** The voice and the server it lives on, or why the line cannot be spoken now. */
async function prepare(
  parts: SpeechParts,
  input: SpeechInput,
  desk: JobDesk,
): Promise<SpeechScene | Outcome<never>> {
  const voice = parts.voice(input.voiceId);
  if (!voice) return failed({ code: 'voice-not-found' });
  const { state } = voice;
  if (state.status === 'failed') return failed({ code: 'voice-failed', facts: { name: voice.name } });
  if (state.status === 'gone') return failed({ code: 'voice-gone', facts: { name: voice.name } });
  if (state.status !== 'completed') return { is: 'waiting', why: 'voice', key: `voice:${voice.id}` };
  const connection = await parts.connect(voice.server);
  if (!connection.ok) return unconnected(connection.fault, voice.server);
  return { parts, desk, input, voice: { ...voice, state }, connection: connection.value };
}

async function fetchAndKeep(scene: SpeechScene, spoken: Spoken): Promise<Outcome<{ clipId: string }>> {
  const { desk, parts, input, connection } = scene;
  desk.stage('fetching');
  const link = parts.links.live(spoken.link, connection.client.baseUrl);
  if (link === undefined) return failed({ code: 'speech-link-lost' });
  const fetched = await connection.client.download(link, desk.signal);
  if (!fetched.ok) return outcomeOf(fetched.fault);
  const sound = await decodeSound(fetched.value.bytes);
  if (!sound.ok || sound.value.samples.length === 0)
    return failed({
      code: 'clip-not-audio',
      detail: `${fetched.value.contentType}, ${fetched.value.bytes.length} bytes`,
    });
  const kept = await parts.keep(clipOf(scene, spoken, sound.value), sound.value, input);
  if (!kept.ok) return failed(kept.fault);
  return { is: 'done', result: { clipId: input.clipId } };
}

function clipOf(
  scene: SpeechScene,
  spoken: Spoken,
  sound: { sampleRate: number; samples: Float32Array },
): Clip {
  const { sampleRate, samples } = sound;
  return {
    ...newClip(scene),
    ...{ sampleRate, samples: samples.length },
    ...(spoken.stock !== undefined && { stock: spoken.stock }),
  };
}

function copyOf(scene: SpeechScene, { sampleRate, samples, stock, spokenMs, doubts }: Clip): Clip {
  return {
    ...{ ...newClip(scene), sampleRate, samples },
    ...(stock !== undefined && { stock }),
    ...(spokenMs !== undefined && { spokenMs }),
    ...(doubts && { doubts }),
  };
}

function newClip(scene: SpeechScene): Omit<Clip, 'sampleRate' | 'samples'> {
  const { desk, input, voice, parts } = scene;
  const { text, sent, speed, clipId: id, server, line } = input;
  return {
    ...{ id, jobId: desk.id, voiceId: voice.id, voiceName: voice.name, server, text, speed },
    createdAt: parts.now(),
    ...(sent !== undefined && { sent }),
    ...(line && { line }),
    key: keyOf(scene),
    state: { status: 'kept' },
  };
}

/** Which notes a retry must forget, so that it does what the person asked for by retrying after this fault. */
export function speechNotesToForget(fault: Fault): readonly string[] {
  switch (fault.code) {
    case 'maybe-charged':
      return ['asking'];
    case 'download-broken':
      return isDead(fault.status) ? ['asking', 'spoken'] : [];
    case 'clip-not-audio':
    case 'speech-link-lost':
      return ['asking', 'spoken'];
    default:
      return [];
  }
}

/** Whether a link that answered so will never answer better; one that may is fetched again, for free. */
function isDead(status: number | undefined): boolean {
  return status !== undefined && status >= 400 && status < 500;
}
