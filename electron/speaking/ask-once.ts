import { z } from 'zod';
import type { SpeechRequest } from '../a2e/client.ts';
import type { A2eFaultCode } from '../a2e/faults.ts';
import { mayHaveHappened } from '../a2e/faults.ts';
import { type CallEnd, notNow, type Place } from '../cloning/account/entrant.ts';
import { regionOf } from '../cloning/engines/regions.ts';
import { outcomeOf } from '../cloning/outcomes.ts';
import { type Outcome, PARKED } from '../jobs/job.ts';
import type { Fault } from '../result.ts';
import { askingOf, paidCallOf, readingOf } from './known-calls.ts';
import type { SpeechScene } from './speech-parts.ts';

const spokenSchema = z.object({ link: z.string(), stock: z.string().exactOptional() });

/** Where finished speech can be fetched (see `KeptLinks`), and which stock voice spoke it, if one did. */
export type Spoken = z.infer<typeof spokenSchema>;

/**
 * Has the text spoken, once. Before the paid call the note `asking` is on disk with the credits there were; after an
 * ambiguous end the till finds out whether it was charged, and the call is repeated only where it certainly was not. The
 * answer is the note `spoken`.
 */
export async function askOnce(scene: SpeechScene): Promise<Spoken | Outcome<never>> {
  const { desk, connection } = scene;
  const spoken = spokenSchema.safeParse(desk.notes['spoken']).data;
  if (spoken) return spoken;

  const call = paidCallOf({ id: desk.id, input: scene.input, model: scene.voice.model });
  const before = askingOf(desk.notes);
  if (before && !connection.isFree) {
    desk.stage('looking');
    const reading = readingOf(before);
    const verdict = await connection.till.judge({ ...call, at: before.at, reading, end: 'unclear' }, desk);
    if (verdict.is === 'maybe') return { is: 'failed', fault: maybeCharged(verdict) };
    if (verdict.is !== 'unpaid') return verdict;
  }
  if (desk.isParked()) return PARKED;
  const place = await connection.till.enter({ call, desk, evenIfHeld: before !== undefined });
  return 'is' in place ? place : take(scene, place);
}

/** Goes through with the call from its place at the till. */
async function take(scene: SpeechScene, place: Place): Promise<Spoken | Outcome<never>> {
  const { desk, parts } = scene;
  let end: CallEnd = { is: 'not-made' };
  try {
    const { at: since, coins } = place.reading;
    await desk.note('asking', { at: parts.now(), coins, since });
    const turned = desk.signal.aborted ? notNow : await place.turn();
    const back = turned ?? (desk.isParked() ? PARKED : undefined);
    if (back) {
      // It was not called: there is nothing to find out.
      await desk.note('asking', null);
      return back;
    }
    desk.stage('speaking');
    const answer = await speak(scene);
    if (answer.ok) {
      end = { is: 'answered' };
      // The slot is free for the next line while this one is written down and fetched.
      place.over(end);
      return await keep(scene, answer.value);
    }
    const outcome = unanswered(answer.fault);
    end = endOf(answer.fault, { outcome, isAbandoned: desk.signal.aborted });
    if (end.is !== 'unclear') await desk.note('asking', null);
    return outcome;
  } finally {
    place.over(end);
  }
}

function speak({ desk, input, voice, connection }: SpeechScene) {
  const request = { text: input.sent ?? input.text, voice: speakerOf(voice), rate: input.speed };
  return connection.client.speak(request, desk.signal);
}

async function keep(
  { desk, parts, voice, connection }: SpeechScene,
  { url, stock, voiceId }: { readonly url: string; readonly stock?: string; readonly voiceId?: string },
): Promise<Spoken> {
  const spoken = {
    link: parts.links.keep(url, connection.client.baseUrl),
    ...(stock !== undefined && { stock }),
  };
  await desk.note('spoken', spoken);
  parts.move(voice.id, { is: 'spoke', speakId: voiceId ?? voice.state.speakId ?? voice.state.remoteId });
  return spoken;
}

function unanswered(fault: Fault<A2eFaultCode>): Outcome<never> {
  if (mayHaveHappened(fault.code)) return { is: 'waiting', why: 'network', fault };
  return fault.code === 'not-found'
    ? { is: 'failed', fault: { ...fault, code: 'voice-gone' } }
    : outcomeOf(fault);
}

function endOf(
  { code }: Fault<A2eFaultCode>,
  { outcome, isAbandoned }: { readonly outcome: Outcome<never>; readonly isAbandoned: boolean },
): CallEnd {
  if (mayHaveHappened(code)) return { is: 'unclear', isAbandoned };
  const isShared = outcome.is === 'waiting' || code === 'out-of-credits';
  const isBusy = code === 'rate-limited' || code === 'occupied';
  return { is: 'refused', isBusy, isShared };
}

function maybeCharged({ before, after }: { before: number | null; after: number | null }): Fault {
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
