import { z } from 'zod';
import type { SpeechRequest } from '../a2e/client.ts';
import type { A2eFaultCode } from '../a2e/faults.ts';
import { mayHaveHappened } from '../a2e/faults.ts';
import { creditsNow, heldByCeiling } from '../cloning/credits-now.ts';
import { regionOf } from '../cloning/engines/regions.ts';
import { outcomeOf } from '../cloning/outcomes.ts';
import { type Outcome, PARKED } from '../jobs/job.ts';
import type { Fault } from '../result.ts';
import type { SpeechScene } from './speech-parts.ts';

const askingSchema = z.object({ at: z.number(), coins: z.number().nullable() });
type Asking = z.infer<typeof askingSchema>;
const spokenSchema = z.object({ link: z.string(), stock: z.string().exactOptional() });

/** Where finished speech can be fetched (see `KeptLinks`), and which stock voice spoke it, if one did. */
export type Spoken = z.infer<typeof spokenSchema>;

/** How long after an unclear end the credits are watched, in milliseconds: a server may charge when it is done. */
const WATCH_MS = 20_000;
const LOOK_AGAIN_MS = 2_000;

const notNow: Outcome<never> = { is: 'waiting', why: 'network' };

/**
 * Has the text spoken, once. Before the paid call the note `asking` is on disk with the credits there were; after an
 * ambiguous end the credits are watched for a while, and the call repeated only when none went. The answer is the note
 * `spoken`.
 */
export async function askOnce(scene: SpeechScene): Promise<Spoken | Outcome<never>> {
  const { desk, connection } = scene;
  const spoken = spokenSchema.safeParse(desk.notes['spoken']).data;
  if (spoken) return spoken;

  const before = askingSchema.safeParse(desk.notes['asking']).data;
  const held = before ? undefined : heldByCeiling(connection);
  if (held) return held;
  const coins = before ? await watch(scene, before) : await creditsNow(connection, desk);
  if (typeof coins === 'object' && coins !== null) return coins;
  if (before && !connection.isFree && !isUntouched(before, coins))
    return { is: 'failed', fault: maybeCharged(before.coins, coins) };
  if (desk.isParked()) return PARKED;
  await desk.note('asking', { at: scene.parts.now(), coins });
  if (desk.signal.aborted) return notNow;
  if (desk.isParked()) {
    // It was not called: there is nothing to find out.
    await desk.note('asking', null);
    return PARKED;
  }
  return ask(scene);
}

/** Whether it is certain that nothing was charged. */
function isUntouched(before: Asking, coins: number | null): boolean {
  return before.coins !== null && coins === before.coins;
}

/**
 * The credits once a call that may be under way on the server has had time to be charged; sooner where they changed. The
 * looks count too, so that a clock that was set back does not make this endless.
 */
async function watch(
  { desk, parts, connection }: SpeechScene,
  before: Asking,
): Promise<number | null | Outcome<never>> {
  if (connection.isFree) return null;
  desk.stage('looking');
  for (let look = 0; ; look++) {
    const coins = await creditsNow(connection, desk);
    if (typeof coins !== 'number' || !isUntouched(before, coins)) return coins;
    const passed = Math.max(parts.now() - before.at, look * LOOK_AGAIN_MS);
    if (passed >= WATCH_MS) return coins;
    if (desk.signal.aborted) return notNow;
    await desk.sleep(Math.min(LOOK_AGAIN_MS, WATCH_MS - passed));
  }
}

async function ask(scene: SpeechScene): Promise<Spoken | Outcome<never>> {
  const { desk, parts, input, voice, connection } = scene;
  desk.stage('speaking');
  const answer = await connection.client.speak(
    {
      text: input.sent ?? input.text,
      voice: speakerOf(voice),
      rate: input.speed,
    },
    desk.signal,
  );
  if (!answer.ok) return unanswered(scene, answer.fault);
  const { url, stock, voiceId } = answer.value;
  const spoken = {
    link: parts.links.keep(url, connection.client.baseUrl),
    ...(stock !== undefined && { stock }),
  };
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
