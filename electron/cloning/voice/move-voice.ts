import type { RemoteVoice } from '../../a2e/client.ts';
import { assertNever, type Fault } from '../../result.ts';
import type { Voice, VoiceState } from './voice.ts';

export type VoiceEvent =
  | { readonly is: 'uploading' }
  | { readonly is: 'heard'; readonly remote: RemoteVoice }
  | { readonly is: 'failed'; readonly fault: Fault }
  | { readonly is: 'retried' }
  | { readonly is: 'gone' }
  | { readonly is: 'spoke'; readonly speakId: string };

/** A use is noted only where the last one noted is this long ago, so that a long text is not a write for each line. */
const USE_GRAIN_MS = 600_000;

/** The voice after the event. A voice that is completed stays so whatever its old job says; `now` in ms since 1970. */
export function moveVoice(voice: Voice, event: VoiceEvent, now: number): Voice {
  const state = nextState(voice.state, event, now);
  const moved = state === voice.state ? voice : { ...voice, state, updatedAt: now };
  const wasUsed = event.is === 'spoke' && state.status === 'completed';
  const isKnown = voice.usedAt !== undefined && now - voice.usedAt < USE_GRAIN_MS;
  return wasUsed && !isKnown ? { ...moved, usedAt: now } : moved;
}

function nextState(state: VoiceState, event: VoiceEvent, now: number): VoiceState {
  if (event.is === 'spoke')
    return state.status === 'completed' && state.speakId !== event.speakId
      ? { ...state, speakId: event.speakId }
      : state;
  if (event.is === 'gone')
    return state.status === 'completed' ? { status: 'gone', at: now, remoteId: state.remoteId } : state;
  if (state.status === 'completed') return state;
  // The server knows it after all: nothing less brings it back, and no old job fails it.
  if (state.status === 'gone')
    return event.is === 'heard' && event.remote.status === 'completed' ? heard(state, event.remote) : state;
  switch (event.is) {
    case 'uploading':
      return state.status === 'waiting' ? { status: 'uploading' } : state;
    case 'heard':
      return heard(state, event.remote);
    case 'failed':
      return {
        status: 'failed',
        fault: event.fault,
        ...('remoteId' in state && state.remoteId !== undefined && { remoteId: state.remoteId }),
      };
    case 'retried':
      return state.status === 'failed' ? { status: 'waiting' } : state;
    default:
      return assertNever(event);
  }
}

/** What the server says of the voice; a failure there is told by the job, with its fault. */
function heard(state: VoiceState, remote: RemoteVoice): VoiceState {
  const remoteId = remote.id;
  if (remote.status === 'completed')
    return {
      status: 'completed',
      remoteId,
      ...(remote.speakerId !== undefined && { speakerId: remote.speakerId }),
      ...(remote.stock !== undefined && { stock: remote.stock }),
    };
  if (remote.status === 'failed') return state;
  if (remote.wireStatus === 'sent')
    return state.status === 'sent' && state.remoteId === remoteId ? state : { status: 'sent', remoteId };
  return state.status === 'processing' &&
    state.wireStatus === remote.wireStatus &&
    state.remoteId === remoteId
    ? state
    : { status: 'processing', remoteId, wireStatus: remote.wireStatus };
}
