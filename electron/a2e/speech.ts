import { type Fault, ok } from '../result.ts';
import type { A2eResult, Speech, SpeechRequest } from './client.ts';
import type { Connection } from './connection.ts';
import { ENDPOINTS, SPELLINGS, VOICE_UNKNOWN_WORDS } from './endpoints.ts';
import { type Answer, badAnswer } from './envelope.ts';
import type { A2eFaultCode } from './faults.ts';
import { asWebAddress, firstTextIn, present, withInner } from './json-fields.ts';
import { request } from './request.ts';
import type { WireSpeech } from './wire.ts';

/**
 * Has a text spoken. Sent once; only where the server says that it does not know the voice, once more with the next id
 * of the clone. That refusal is `not-found`, however it was put.
 */
export async function speak(
  connection: Connection,
  speech: SpeechRequest,
  signal?: AbortSignal,
): Promise<A2eResult<Speech>> {
  const { voice } = speech;
  if (voice.kind === 'public') return sendText(connection, toBody(speech, voice.id), signal);
  const [preferred, next] = voice.ids;
  const first = await sendText(connection, toBody(speech, preferred), signal);
  if (first.ok) return ok({ ...first.value, voiceId: preferred });
  if (first.fault.code !== 'not-found' || next === undefined || next === preferred) return first;
  const second = await sendText(connection, toBody(speech, next), signal);
  return second.ok ? ok({ ...second.value, voiceId: next }) : second;
}

/** Exactly one of the two ids; a clone needs country and region beside it. */
function toBody({ text, voice, rate }: SpeechRequest, id: string): WireSpeech {
  if (voice.kind === 'public') return { msg: text, tts_id: id, speechRate: rate };
  const { country, region } = voice;
  return { msg: text, user_voice_id: id, country, region, speechRate: rate };
}

async function sendText(
  connection: Connection,
  body: WireSpeech,
  signal: AbortSignal | undefined,
): Promise<A2eResult<Speech>> {
  const answer = await request(connection, { endpoint: ENDPOINTS.speak, body, signal });
  if (answer.ok) return readSpeech(answer.value, connection.baseUrl);
  if (!isVoiceUnknown(answer.fault)) return answer;
  return { ok: false, fault: { ...answer.fault, code: 'not-found' } };
}

function isVoiceUnknown({ code, detail }: Fault<A2eFaultCode>): boolean {
  return code === 'refused' && VOICE_UNKNOWN_WORDS.test(detail ?? '');
}

/** `data` is the link, or an object that holds it. */
function readSpeech(answer: Answer, baseUrl: string): A2eResult<Speech> {
  const inner = withInner(answer.data);
  const link = typeof answer.data === 'string' ? answer.data : firstTextIn(inner, SPELLINGS.audioLink);
  const url = asWebAddress(link, baseUrl)?.href;
  if (url === undefined) return badAnswer(answer, 'no link to the speech');
  const stock = answer.stock ?? firstTextIn(inner, ['stock_voice']);
  return ok({ url, ...present({ stock }) });
}
