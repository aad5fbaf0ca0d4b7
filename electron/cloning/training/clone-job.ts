import { z } from 'zod';
import type { RemoteVoice } from '../../a2e/client.ts';
import { mayHaveHappened } from '../../a2e/faults.ts';
import { isCertainlyGone } from '../../a2e/voices.ts';
import { type JobKind, type Outcome, PARKED } from '../../jobs/job.ts';
import { type Fault, fail, ok } from '../../result.ts';
import { creditsNow, heldByCeiling } from '../account/credits-now.ts';
import type { Submission } from '../account/till.ts';
import { outcomeOf, unconnected } from '../outcomes.ts';
import type { Voice } from '../voice/voice.ts';
import type { CloneParts, CloneScene } from './clone-parts.ts';
import { pollPause } from './poll-pause.ts';
import { uploadSamples } from './upload-samples.ts';

/** How long to go on looking for a training whose submission ended unclearly, where the server's list is incomplete. */
const UNCLEAR_MS = 180_000;
/** Only this long after an unclear submission is a training that is in no list taken for never begun. */
const SETTLE_MS = 10_000;
const LOOK_AGAIN_MS = 1_000;
/** A server that fails this often at the moment of submission is left alone until a person retries. */
const MOST_SUBMISSIONS = 4;
/** A voice that was just submitted may be missing from the lists for this long. */
const LAG_MS = 30_000;
/** The same where the server has no list of trainings under way: it is seen again only when it is finished. */
const UNSEEN_MS = 600_000;

interface CloneInput {
  readonly voiceId: string;
  readonly server: string;
  /** The upload that began while the voice was being named. */
  readonly upload?: string;
}

const inputSchema = z.object({
  voiceId: z.string(),
  server: z.string(),
  upload: z.string().exactOptional(),
});
/** `coins`: the credits before it; null or absent where the server did not say. */
const submittingSchema = z.object({
  at: z.number(),
  count: z.number(),
  coins: z.number().nullable().default(null),
});
type Submitting = z.infer<typeof submittingSchema>;

/**
 * The job that makes a voice: upload, training, polling until it is ready. Its notes: `sample-<n>` (link of an uploaded
 * sample), `submitting` (written before the paid call, null once its end is known), `remoteId`.
 */
export function cloneJob(parts: CloneParts): JobKind<CloneInput, { voiceId: string }> {
  return {
    kind: 'clone',
    parse(input) {
      const { data } = inputSchema.safeParse(input);
      return data ? ok(data) : fail('job-unreadable');
    },
    lane: ({ server }) => `clone@${server}`,
    async run({ voiceId, upload }, desk) {
      const voice = parts.voice(voiceId);
      if (!voice) return failed({ code: 'voice-not-found' });
      const connection = await parts.connect(voice.server);
      if (!connection.ok) return unconnected(connection.fault, voice.server);
      const scene = { parts, desk, voice, upload, connection: connection.value };
      const known = desk.notes['remoteId'];
      if (typeof known === 'string') return untilReady(scene, known);
      const submitted = await submit(scene);
      return 'is' in submitted ? submitted : untilReady(scene, submitted.remoteId);
    },
  };
}

const failed = (fault: Fault): Outcome<never> => ({ is: 'failed', fault });

/** Uploads and submits once; answers the server's id, or why the job cannot go on now. */
async function submit(scene: CloneScene): Promise<{ remoteId: string } | Outcome<never>> {
  const { desk, voice } = scene;
  const uploaded = await uploadSamples(scene);
  if ('is' in uploaded) return uploaded;

  const before = submittingSchema.safeParse(desk.notes['submitting']).data;
  if (before) {
    const found = await lookForOwn(scene, uploaded.links, before);
    if (found !== 'absent') return found;
  }
  const count = (before?.count ?? 0) + 1;
  if (count > MOST_SUBMISSIONS) {
    // It is certain that none was taken on: a retry may submit anew.
    await desk.note('submitting', null);
    return failed({
      code: 'server-error',
      detail: `${MOST_SUBMISSIONS} submissions ended without an answer`,
    });
  }
  const held = heldByCeiling(scene.connection);
  if (held) return held;
  desk.stage('submitting');
  const submission = scene.connection.till.training(voice.model);
  const sent = await send(scene, { links: uploaded.links, count });
  if ('is' in sent) {
    submission.over();
    return sent;
  }
  const { trained, coins } = sent;
  // What it cost is told beside; nothing waits for it.
  void tellCost(scene, { submission, before: trained.ok ? coins : null });
  if (trained.ok) return accepted(scene, trained.value);
  if (mayHaveHappened(trained.fault.code)) return { is: 'waiting', why: 'network', fault: trained.fault };
  await desk.note('submitting', null);
  return outcomeOf(trained.fault);
}

/** The paid call, noted with the credits there were; or why it is not made now. */
async function send(
  { desk, parts, voice, connection }: CloneScene,
  { links, count }: { readonly links: readonly string[]; readonly count: number },
) {
  const coins = await creditsNow(connection, desk);
  if (typeof coins === 'object' && coins !== null) return coins;
  if (desk.isParked()) return PARKED;
  await desk.note('submitting', { at: parts.now(), count, coins });
  if (desk.signal.aborted) return { is: 'waiting', why: 'network' } as const;
  if (desk.isParked()) return PARKED;
  const { name, model, language, gender } = voice;
  const trained = await connection.client.train(
    { name, sampleUrls: links, model, language, gender },
    desk.signal,
  );
  return { trained, coins };
}

async function accepted(
  { desk, parts, voice }: CloneScene,
  remote: RemoteVoice,
): Promise<{ remoteId: string }> {
  await desk.note('remoteId', remote.id);
  parts.move(voice.id, { is: 'heard', remote });
  return { remoteId: remote.id };
}

/** Tells the account what a submission cost. `before`: the credits there were; null where nothing can be told from them. */
async function tellCost(
  { connection, desk }: CloneScene,
  { submission, before }: { readonly submission: Submission; readonly before: number | null },
): Promise<void> {
  const after = connection.account && (await creditsNow(connection, desk));
  submission.over(before !== null && typeof after === 'number' ? { before, after } : undefined);
}

/**
 * A submission ended unclearly earlier: looks on the server for a voice made of our own upload link, which nobody else
 * has. `absent` only when it is sure that the first submission did nothing.
 */
async function lookForOwn(
  scene: CloneScene,
  links: readonly string[],
  before: Submitting,
): Promise<{ remoteId: string } | Outcome<never> | 'absent'> {
  const { desk, parts, connection } = scene;
  desk.stage('looking');
  for (let look = 0; ; look++) {
    const found = await connection.client.findBySample(links[0] ?? '', desk.signal);
    if (!found.ok) return outcomeOf(found.fault);
    const { voice: own, certain } = found.value;
    // A failed one beside a list that could not be read may have a running one next to it that is not seen yet.
    if (own && (own.status !== 'failed' || certain)) return accepted(scene, own);
    if (desk.signal.aborted) return { is: 'waiting', why: 'network' };
    // The looks count too, so that a clock that was set back does not make this endless.
    const passed = Math.max(parts.now() - before.at, look * LOOK_AGAIN_MS);
    const settled = certain && look > 0 && passed >= SETTLE_MS;
    const isAbsent = settled && !(await wentDown(scene, before));
    if (isAbsent) return 'absent';
    if ((settled || !certain) && passed > UNCLEAR_MS) return failed({ code: 'training-unknown' });
    await desk.sleep(LOOK_AGAIN_MS);
  }
}

/** Whether credits went since the submission: then it may have been taken on although no list shows it yet. */
async function wentDown({ connection, desk }: CloneScene, before: Submitting): Promise<boolean> {
  const coins = await creditsNow(connection, desk);
  return typeof coins === 'number' && before.coins !== null && coins < before.coins;
}

/** Asks for the status until the voice is ready or has failed. */
async function untilReady(scene: CloneScene, remoteId: string): Promise<Outcome<{ voiceId: string }>> {
  const { desk, parts, voice, connection } = scene;
  const began = parts.now();
  desk.stage('training');
  while (!desk.signal.aborted) {
    const heard = await connection.client.voice(remoteId, desk.signal);
    const passed = parts.now() - began;
    if (heard.ok) {
      const moved = parts.move(voice.id, { is: 'heard', remote: heard.value });
      if (heard.value.status === 'completed') return finished(voice.id, moved);
      if (heard.value.status === 'failed')
        return failed({
          code: 'training-failed',
          ...(heard.value.failure && { detail: heard.value.failure }),
        });
    } else if (heard.fault.code !== 'not-found') return outcomeOf(heard.fault);
    else if (passed > (isCertainlyGone(heard.fault) ? LAG_MS : UNSEEN_MS))
      return failed({ ...heard.fault, code: 'voice-gone' });
    await desk.sleep(pollPause(passed));
  }
  return { is: 'waiting', why: 'network' };
}

/** Done only where the finished voice could also be kept here; else a retry asks for its status again, for free. */
function finished(voiceId: string, kept: Voice | undefined): Outcome<{ voiceId: string }> {
  if (kept?.state.status === 'completed') return { is: 'done', result: { voiceId } };
  return failed({ code: kept ? 'settings-not-written' : 'voice-not-found' });
}

/** Which notes a retry must forget, so that it does what the person asked for by retrying after this fault. */
export function cloneNotesToForget(
  fault: Fault,
  notes: Readonly<Record<string, unknown>>,
): readonly string[] {
  switch (fault.code) {
    case 'training-unknown':
      return ['submitting'];
    case 'training-failed':
    case 'voice-gone':
      return Object.keys(notes);
    case 'sample-unreachable':
      return Object.keys(notes).filter((name) => name.startsWith('sample-'));
    default:
      return [];
  }
}
