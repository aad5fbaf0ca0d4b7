import { type Fault, fail, ok } from '../result.ts';
import type { A2eResult, RemoteVoice, Removal, TrainingRequest, VoiceListing } from './client.ts';
import type { Connection } from './connection.ts';
import { ENDPOINTS, type Endpoint } from './endpoints.ts';
import { type Answer, badAnswer } from './envelope.ts';
import type { A2eFaultCode } from './faults.ts';
import { isUnknownForm } from './forms.ts';
import { present } from './json-fields.ts';
import { request } from './request.ts';
import { readOneVoice, readVoiceList } from './voice-record.ts';
import type { WireTraining } from './wire.ts';

/** Starts a training; sent exactly once. An answer without a record is `bad-answer`: it may have begun all the same. */
export async function train(
  connection: Connection,
  training: TrainingRequest,
  signal?: AbortSignal,
): Promise<A2eResult<RemoteVoice>> {
  const { name, sampleUrls, model, language, gender } = training;
  const body: WireTraining = { name, voice_urls: sampleUrls, model, language, gender };
  const answer = await request(connection, { endpoint: ENDPOINTS.train, body, signal });
  if (!answer.ok) return answer;
  const voice = readOneVoice(answer.value.data, connection.scrub);
  return voice === undefined ? badAnswer(answer.value, 'no record of the new voice') : ok(voice);
}

/**
 * One voice. The path is weak: where it does not answer with the record, the lists are asked. `not-found` is certain only
 * where both lists could be read (see `isCertainlyGone`).
 */
export async function findVoice(
  connection: Connection,
  id: string,
  signal?: AbortSignal,
): Promise<A2eResult<RemoteVoice>> {
  const answer = connection.forms.isGivenUp(ENDPOINTS.voiceById)
    ? UNKNOWN_PATH
    : await request(connection, { endpoint: ENDPOINTS.voiceById, id, signal });
  if (!answer.ok && !isAnsweredOtherwise(answer.fault)) return answer;
  const direct = answer.ok ? readOneVoice(answer.value.data, connection.scrub) : undefined;
  if (direct?.id === id) return ok(direct);

  const listing = await listVoices(connection, signal);
  if (!listing.ok) return listing;
  const listed = listing.value.voices.find((voice) => voice.id === id);
  if (listed !== undefined) {
    if (isUnknownForm(answer)) connection.forms.giveUp(ENDPOINTS.voiceById);
    return ok(listed);
  }
  // A server that broke said nothing about the voice.
  if (!answer.ok && answer.fault.code === 'server-error') return answer;
  return fail('not-found', listing.value.isWhole ? GONE : NOT_SEEN);
}

/** The by-id path answered for no voice that is in the lists: they are asked at once from then on. */
const UNKNOWN_PATH: A2eResult<Answer> = fail('not-found');
const GONE = { detail: 'the server lists no such voice', facts: { certain: 1 } };
const NOT_SEEN = {
  detail: 'the server lists no such voice, but its list of trainings under way could not be read',
  facts: { certain: 0 },
};

/**
 * Whether a `not-found` of `voice` proves that the voice is gone. It does not where the list of trainings under way
 * could not be read: a training that has just begun looks the same then.
 */
export function isCertainlyGone(fault: Fault): boolean {
  return fault.code === 'not-found' && fault.facts?.['certain'] === 1;
}

/**
 * Both lists as one. Trainings under way are read first: a voice that is finished in between is then in the second
 * list, where in the other order it would be in neither. Where a voice is in both, the finished one counts.
 */
export async function listVoices(
  connection: Connection,
  signal?: AbortSignal,
): Promise<A2eResult<VoiceListing>> {
  const running = await readList(connection, ENDPOINTS.processingVoices, signal);
  if (!running.ok && !isAnsweredOtherwise(running.fault)) return running;
  const finished = await readList(connection, ENDPOINTS.completedVoices, signal);
  if (!finished.ok) return finished;
  const known = new Set(finished.value.voices.map((voice) => voice.id));
  const others = running.ok ? running.value.voices.filter((voice) => !known.has(voice.id)) : [];
  return ok({
    voices: [...finished.value.voices, ...others],
    isWhole: finished.value.isWhole && running.ok && running.value.isWhole,
  });
}

/**
 * The voice that was trained from the sample at `url`: what to ask before a training that ended unclear is started again.
 * Of several, one that did not fail. A failed one found beside an unreadable list is not certain either.
 */
export async function findBySample(
  connection: Connection,
  url: string,
  signal?: AbortSignal,
): Promise<A2eResult<{ readonly voice?: RemoteVoice; readonly certain: boolean }>> {
  const listing = await listVoices(connection, signal);
  if (!listing.ok) return listing;
  const path = samplePath(url);
  const isSame = (other: string) => path !== undefined && samplePath(other) === path;
  const matches = listing.value.voices.filter((voice) => voice.sampleUrls.some(isSame));
  const voice =
    matches.find(({ status }) => status === 'completed') ??
    matches.find(({ status }) => status === 'running') ??
    matches[0];
  if (voice === undefined) return ok({ certain: listing.value.isWhole });
  return ok({ voice, certain: voice.status !== 'failed' || listing.value.isWhole });
}

/** Trainings under way; fails where the server has no such list, or one that cannot be read. */
export async function listRunning(
  connection: Connection,
  signal?: AbortSignal,
): Promise<A2eResult<readonly RemoteVoice[]>> {
  const running = await readList(connection, ENDPOINTS.processingVoices, signal);
  return running.ok ? ok(running.value.voices) : running;
}

/**
 * Clones the voice of an avatar made of a video [weak]; sent exactly once, to be taken for paid. Answers the record where
 * the server gave one; else the new voice turns up in the lists.
 */
export async function cloneAvatarVoice(
  connection: Connection,
  avatarId: string,
  signal?: AbortSignal,
): Promise<A2eResult<RemoteVoice | undefined>> {
  const body = { _id: avatarId };
  const answer = await request(connection, { endpoint: ENDPOINTS.cloneAvatarVoice, body, signal });
  return answer.ok ? ok(readOneVoice(answer.value.data, connection.scrub)) : answer;
}

/**
 * Deletes a clone. A 404 means that it is already gone, or that the weak path is wrong: so the list is looked at before
 * a person is told that their voice is deleted. Fails with `refused` where it is still there.
 */
export async function removeVoice(
  connection: Connection,
  id: string,
  signal?: AbortSignal,
): Promise<A2eResult<Removal>> {
  const answer = await request(connection, { endpoint: ENDPOINTS.removeVoice, id, signal });
  if (answer.ok) return ok({ wasThere: true, ...present({ traceId: answer.value.traceId }) });
  if (answer.fault.code !== 'not-found') return answer;
  const finished = await readList(connection, ENDPOINTS.completedVoices, signal);
  if (!finished.ok) return finished;
  const isThere = finished.value.voices.some((voice) => voice.id === id);
  if (!isThere) return ok({ wasThere: false, ...present({ traceId: answer.fault.traceId }) });
  return fail('refused', { status: 404, detail: 'the server answered 404 but still lists the voice' });
}

async function readList(
  connection: Connection,
  endpoint: Endpoint,
  signal: AbortSignal | undefined,
): Promise<A2eResult<VoiceListing>> {
  const answer = await request(connection, { endpoint, signal });
  if (!answer.ok) return answer;
  return readVoiceListOf(answer.value.data, connection) ?? badAnswer(answer.value, 'no list of voices');
}

function readVoiceListOf(data: unknown, { scrub }: Connection) {
  const list = readVoiceList(data, scrub);
  return list && ok(list);
}

const ANSWERED_OTHERWISE: readonly A2eFaultCode[] = [
  'not-found',
  'bad-answer',
  'refused',
  'server-error',
  'redirected',
];

/** Whether the server was reached and took the token, but does not know this call as we make it. */
function isAnsweredOtherwise(fault: Fault<A2eFaultCode>): boolean {
  return ANSWERED_OTHERWISE.includes(fault.code);
}

/** The decoded path of a sample's address; undefined where there is none to compare by. */
function samplePath(url: string): string | undefined {
  const path = URL.canParse(url) ? new URL(url).pathname : '/';
  if (path === '/') return undefined;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
