import { z } from 'zod';
import { creditsNow } from '../cloning/credits-now.ts';
import { outcomeOf, unconnected } from '../cloning/outcomes.ts';
import type { JobDesk, JobKind, Outcome } from '../jobs/job.ts';
import { decodeSound } from '../recording/decode-sound.ts';
import { type Fault, fail, ok } from '../result.ts';
import { askOnce, type Spoken } from './ask-once.ts';
import type { Clip } from './clip.ts';
import type { SpeechInput, SpeechParts, SpeechScene } from './speech-parts.ts';

const inputSchema: z.ZodType<SpeechInput> = z.object({
  voiceId: z.string(),
  server: z.string(),
  text: z.string(),
  speed: z.number(),
  clipId: z.string(),
  audition: z.boolean().exactOptional(),
});

const failed = (fault: Fault): Outcome<never> => ({ is: 'failed', fault });

/**
 * The job that has one text spoken: waits for the voice, asks once, fetches the sound, keeps it as a clip. Its notes:
 * `asking` (written before the paid call, null once its end is known) and `spoken` (where the sound is).
 */
export function speechJob(parts: SpeechParts): JobKind<SpeechInput, { clipId: string }> {
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
      const spoken = await askOnce(scene);
      return 'is' in spoken ? spoken : fetchAndKeep(scene, spoken);
    },
  };
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
  // Beside the sound, what it cost: asked once more, the account is told what went.
  const [fetched] = await Promise.all([
    connection.client.download(link, desk.signal),
    connection.account && creditsNow(connection, desk),
  ]);
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
  { desk, input, voice, parts }: SpeechScene,
  spoken: Spoken,
  sound: { sampleRate: number; samples: Float32Array },
): Clip {
  const { text, speed, clipId: id, server } = input;
  return {
    ...{ id, jobId: desk.id, voiceId: voice.id, voiceName: voice.name, server, text, speed },
    createdAt: parts.now(),
    sampleRate: sound.sampleRate,
    samples: sound.samples.length,
    ...(spoken.stock !== undefined && { stock: spoken.stock }),
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
