import { z } from 'zod';
import type { SpeechRequest } from '../a2e/client.ts';
import type { A2eFaultCode } from '../a2e/faults.ts';
import { mayHaveHappened } from '../a2e/faults.ts';
import { outcomeOf } from '../cloning/outcomes.ts';
import { regionOf } from '../cloning/regions.ts';
import { keptLink } from '../cloning/server.ts';
import type { Outcome } from '../jobs/job.ts';
import type { Fault } from '../result.ts';
import type { SpeechScene } from './speech-parts.ts';

const askingSchema = z.object({ at: z.number(), coins: z.number().nullable() });
const spokenSchema = z.object({ link: z.string(), stock: z.string().exactOptional() });

/** Where finished speech can be fetched (see `keptLink`), and which stock voice spoke it, if one did. */
export type Spoken = z.infer<typeof spokenSchema>;

/** How long after an unclear end the credits are compared, in milliseconds. */
const SETTLE_MS = 15_000;

const notNow: Outcome<never> = { is: 'waiting', why: 'network' };

/**
 * Has the text spoken, once. Before the paid call the note `asking` is on disk with the credits there were; after an
 * ambiguous end the credits are compared, and the call repeated only when none went. The answer is the note `spoken`.
 */
export async function askOnce(scene: SpeechScene): Promise<Spoken | Outcome<never>> {
  const { desk } = scene;
  const spoken = spokenSchema.safeParse(desk.notes['spoken']).data;
  if (spoken) return spoken;

  const before = askingSchema.safeParse(desk.notes['asking']).data;
  if (before) await settle(scene, before.at);
  const coins = await coinsNow(scene);
  if (typeof coins === 'object' && coins !== null) return coins;
  if (before && (before.coins === null || coins === null || coins !== before.coins))
    return { is: 'failed', fault: maybeCharged(before.coins, coins) };
  await desk.note('asking', { at: scene.parts.now(), coins });
  if (desk.signal.aborted) return notNow;
  return ask(scene);
}

/** Waits until a call that may be under way on the server since `askedAt` has had time to be charged. */
async function settle({ desk, parts, connection }: SpeechScene, askedAt: number): Promise<void> {
  const left = Math.min(SETTLE_MS - (parts.now() - askedAt), SETTLE_MS);
  if (connection.isFree || left <= 0) return;
  desk.stage('looking');
  await desk.sleep(left);
}

async function ask(scene: SpeechScene): Promise<Spoken | Outcome<never>> {
  const { desk, parts, input, voice, connection } = scene;
  desk.stage('speaking');
  const answer = await connection.client.speak(
    {
      text: input.text,
      voice: speakerOf(voice),
      rate: input.speed,
    },
    desk.signal,
  );
  if (!answer.ok) return unanswered(scene, answer.fault);
  const { url, stock, voiceId } = answer.value;
  const spoken = { link: keptLink(url, connection.client.baseUrl), ...(stock !== undefined && { stock }) };
  await desk.note('spoken', spoken);
  parts.move(voice.id, { is: 'spoke', speakId: voiceId ?? voice.state.speakId ?? voice.state.remoteId });
  return spoken;
}

async function unanswered({ desk }: SpeechScene, fault: Fault<A2eFaultCode>): Promise<Outcome<never>> {
  if (mayHaveHappened(fault.code)) return { is: 'waiting', why: 'network', fault };
  await desk.note('asking', null);
  return fault.code === 'not-found'
    ? { is: 'failed', fault: { ...fault, code: 'voice-gone' } }
    : outcomeOf(fault);
}

/** The credits on the account; null where this server does not say; an outcome where it cannot be asked now. */
async function coinsNow({ connection, desk }: SpeechScene): Promise<number | null | Outcome<never>> {
  const credits = await connection.client.credits(desk.signal);
  if (credits.ok) return credits.value.coins;
  const outcome = outcomeOf(credits.fault);
  return outcome.is === 'waiting' || credits.fault.code === 'token-refused' ? outcome : null;
}

function maybeCharged(before: number | null, after: number | null): Fault {
  return {
    code: 'maybe-charged',
    detail: `credits before ${before ?? 'unknown'}, after ${after ?? 'unknown'}`,
  };
}

/** A clone by its ids, with the language and region A2E wants then; a public voice by its one id. */
function speakerOf({ state, origin, language, region }: SpeechScene['voice']): SpeechRequest['voice'] {
  if (origin?.is === 'public') return { kind: 'public', id: state.remoteId };
  return { kind: 'clone', ids: idsToTry(state), country: language, region: regionOf(language, region) };
}

function idsToTry(state: SpeechScene['voice']['state']): readonly [string, ...string[]] {
  const preferred = state.speakId ?? state.speakerId ?? state.remoteId;
  const others = [state.speakerId, state.remoteId].filter(
    (id): id is string => id !== undefined && id !== preferred,
  );
  return [preferred, ...new Set(others)];
}
