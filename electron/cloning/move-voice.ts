import type { RemoteVoice } from '../a2e/client.ts';
import { assertNever, type Fault } from '../result.ts';
import type { Voice, VoiceState } from './voice.ts';

export type VoiceEvent =
  | { readonly is: 'uploading' }
  | { readonly is: 'heard'; readonly remote: RemoteVoice }
  | { readonly is: 'failed'; readonly fault: Fault }
  | { readonly is: 'retried' }
  | { readonly is: 'spoke'; readonly speakId: string };

/** The voice after the event. A voice that is completed stays so whatever its old job says; `now` in ms since 1970. */
export function moveVoice(voice: Voice, event: VoiceEvent, now: number): Voice {
  const state = nextState(voice.state, event);
  return state === voice.state ? voice : { ...voice, state, updatedAt: now };
}

function nextState(state: VoiceState, event: VoiceEvent): VoiceState {
  if (event.is === 'spoke')
    return state.status === 'completed' && state.speakId !== event.speakId
      ? { ...state, speakId: event.speakId }
      : state;
  if (state.status === 'completed') return state;
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
