import { describe, expect, it } from 'vitest';
import { unusedFor } from '../../../electron/cloning/voice/keep-alive.ts';
import type { Voice } from '../../../electron/cloning/voice/voice.ts';
import { newVoice } from '../clone-world.ts';

const DAY = 86_400_000;
const NOW = 100 * DAY;
const voice = (more: Partial<Voice>) =>
  newVoice({
    ...{ model: 'minimax', server: 'https://a.example', updatedAt: NOW - 6 * DAY },
    state: { status: 'completed', remoteId: 'r' },
    ...more,
  });

describe('a voice that its engine deletes when nobody uses it', () => {
  it.each([
    { what: 'made six days ago and never used', more: {}, left: 1 },
    { what: 'used yesterday', more: { usedAt: NOW - DAY }, left: undefined },
    { what: 'used four days ago', more: { usedAt: NOW - 4 * DAY }, left: 3 },
    { what: 'used four days ago, a little less', more: { usedAt: NOW - 4 * DAY + 1 }, left: undefined },
    { what: 'used six days and a half ago', more: { usedAt: NOW - 6.5 * DAY }, left: 0 },
    { what: 'used a month ago', more: { usedAt: NOW - 30 * DAY }, left: 0 },
    { what: 'of another engine', more: { model: 'a2e' }, left: undefined },
    { what: 'on this computer', more: { server: 'local' }, left: undefined },
    {
      what: 'that is gone anyhow',
      more: { state: { status: 'gone', at: 1, remoteId: 'r' } },
      left: undefined,
    },
  ] as readonly { what: string; more: Partial<Voice>; left: number | undefined }[])(
    '$what has $left days',
    ({ more, left }) => {
      expect(unusedFor(voice(more), NOW)?.daysLeft).toBe(left);
    },
  );
});
