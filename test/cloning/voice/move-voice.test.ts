import { describe, expect, it } from 'vitest';
import type { RemoteVoice } from '../../../electron/a2e/client.ts';
import { moveVoice, type VoiceEvent } from '../../../electron/cloning/voice/move-voice.ts';
import type { VoiceState } from '../../../electron/cloning/voice/voice.ts';
import { newVoice } from '../clone-world.ts';

const remote = (status: RemoteVoice['status'], wireStatus: string, more: Partial<RemoteVoice> = {}) =>
  ({ is: 'heard', remote: { id: 'r2', name: 'Ada', sampleUrls: [], status, wireStatus, ...more } }) as const;

const STATES = {
  waiting: { status: 'waiting' },
  uploading: { status: 'uploading' },
  sent: { status: 'sent', remoteId: 'r1' },
  processing: { status: 'processing', remoteId: 'r1', wireStatus: 'processing' },
  completed: { status: 'completed', remoteId: 'r1', speakerId: 's1', stock: 'slt' },
  gone: { status: 'gone', at: 7, remoteId: 'r1' },
  failed: { status: 'failed', fault: { code: 'offline' } },
  'failed after it was sent': { status: 'failed', fault: { code: 'offline' }, remoteId: 'r1' },
} as const satisfies Readonly<Record<string, VoiceState>>;

const EVENTS = {
  uploading: { is: 'uploading' },
  'heard sent': remote('running', 'sent'),
  'heard processing': remote('running', 'processing'),
  'heard a word nobody knows': remote('running', 'queued'),
  'heard completed': remote('completed', 'completed'),
  'heard completed with all it can have': remote('completed', 'success', { speakerId: 's2', stock: 'kal' }),
  'heard failed': remote('failed', 'failed'),
  failed: { is: 'failed', fault: { code: 'refused' } },
  retried: { is: 'retried' },
  gone: { is: 'gone' },
  spoke: { is: 'spoke', speakId: 's9' },
} as const satisfies Readonly<Record<string, VoiceEvent>>;

const sent: VoiceState = { status: 'sent', remoteId: 'r2' };
const processing: VoiceState = { status: 'processing', remoteId: 'r2', wireStatus: 'processing' };
const queued: VoiceState = { status: 'processing', remoteId: 'r2', wireStatus: 'queued' };
const completed: VoiceState = { status: 'completed', remoteId: 'r2' };
const heard = {
  'heard sent': sent,
  'heard processing': processing,
  'heard a word nobody knows': queued,
  'heard completed': completed,
  'heard completed with all it can have': { ...completed, speakerId: 's2', stock: 'kal' },
} as const;
const failed: VoiceState = { status: 'failed', fault: { code: 'refused' } };

/** What each event makes of each state; where nothing is named, nothing changes. */
const MOVES: Readonly<Record<keyof typeof STATES, Partial<Record<keyof typeof EVENTS, VoiceState>>>> = {
  waiting: { ...heard, uploading: { status: 'uploading' }, failed },
  uploading: { ...heard, failed },
  sent: { ...heard, failed: { ...failed, remoteId: 'r1' } },
  processing: { ...heard, failed: { ...failed, remoteId: 'r1' } },
  completed: {
    spoke: { ...STATES.completed, speakId: 's9' },
    gone: { status: 'gone', at: 99, remoteId: 'r1' },
  },
  gone: {
    'heard completed': heard['heard completed'],
    'heard completed with all it can have': heard['heard completed with all it can have'],
  },
  failed: { ...heard, failed, retried: { status: 'waiting' } },
  'failed after it was sent': {
    ...heard,
    failed: { ...failed, remoteId: 'r1' },
    retried: { status: 'waiting' },
  },
};

const rows = Object.keys(STATES).flatMap((from) =>
  Object.keys(EVENTS).map((event) => ({
    from: from as keyof typeof STATES,
    event: event as keyof typeof EVENTS,
  })),
);

describe('a voice', () => {
  it.each(rows)('that is $from, and then: $event', ({ from, event }) => {
    const voice = newVoice({ state: STATES[from], updatedAt: 1, usedAt: 50 });
    const moved = moveVoice(voice, EVENTS[event], 99);
    const state = MOVES[from][event];
    if (state) expect(moved).toEqual({ ...voice, state, updatedAt: 99 });
    else expect(moved).toBe(voice);
  });

  it.each([
    { what: 'sent', state: sent, event: EVENTS['heard sent'] },
    { what: 'processing', state: processing, event: EVENTS['heard processing'] },
    {
      what: 'spoken with the same id',
      state: { ...completed, speakId: 's9' } as VoiceState,
      event: EVENTS.spoke,
    },
  ])('told again that it is $what is the very same object: nothing is written', ({ state, event }) => {
    const voice = newVoice({ state, usedAt: 50 });
    expect(moveVoice(voice, event, 99)).toBe(voice);
  });

  it.each([
    { usedAt: undefined, after: 700_000 },
    { usedAt: 90_000, after: 700_000 },
    { usedAt: 690_000, after: 690_000 },
  ])('last used at $usedAt and speaking at 700000 was used at $after', ({ usedAt, after }) => {
    const voice = newVoice({ state: completed, ...(usedAt !== undefined && { usedAt }) });
    expect(moveVoice(voice, EVENTS.spoke, 700_000).usedAt).toBe(after);
  });

  it('that is not ready was not used, whoever says so', () => {
    expect(moveVoice(newVoice({ state: STATES.gone }), EVENTS.spoke, 700_000).usedAt).toBeUndefined();
  });
});
