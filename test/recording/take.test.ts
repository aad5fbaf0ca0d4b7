import { describe, expect, it } from 'vitest';
import {
  moveTake,
  type Take,
  type TakeEvent,
  type TakeState,
  takeSeconds,
} from '../../electron/recording/take.ts';

const take = (state: TakeState): Take => ({
  id: 'take-1',
  createdAt: 1,
  source: { kind: 'microphone', device: 'Desk' },
  sampleRate: 48_000,
  bitDepth: 24,
  samples: 5,
  state,
});

const EVENTS = {
  marked: { is: 'marked', mark: { at: 3, sentence: 0 } },
  stopped: { is: 'stopped', samples: 9 },
  recovered: { is: 'recovered', samples: 9 },
  discarded: { is: 'discarded', at: 77 },
  restored: { is: 'restored' },
} as const satisfies Readonly<Record<TakeEvent['is'], TakeEvent>>;

const kept: TakeState = { status: 'kept', recovered: false };
const discarded: TakeState = { status: 'discarded', at: 77 };

/** What each event makes of each state; anything not named is refused. */
const MOVES: readonly { from: TakeState; by: Partial<Record<TakeEvent['is'], Partial<Take>>> }[] = [
  {
    from: { status: 'recording' },
    by: {
      marked: { marks: [{ at: 3, sentence: 0 }] },
      stopped: { samples: 9, state: kept },
      recovered: { samples: 9, state: { status: 'kept', recovered: true } },
    },
  },
  { from: kept, by: { discarded: { state: discarded } } },
  { from: { status: 'kept', recovered: true }, by: { discarded: { state: discarded } } },
  { from: { status: 'discarded', at: 3 }, by: { restored: { state: kept } } },
];

const rows = MOVES.flatMap(({ from, by }) =>
  Object.values(EVENTS).map((event) => ({ from, event, to: by[event.is] })),
);

describe('a take', () => {
  it.each(rows.filter(({ to }) => to))('that is $from.status is $event.is', ({ from, event, to }) => {
    expect(moveTake(take(from), event)).toEqual({ ok: true, value: { ...take(from), ...to } });
  });

  it.each(rows.filter(({ to }) => !to))('that is $from.status cannot be $event.is', ({ from, event }) => {
    const before = take(from);
    expect(moveTake(before, event)).toMatchObject({ ok: false, fault: { code: 'take-not-possible' } });
    expect(before).toEqual(take(from));
  });

  it('is as long as its samples at its rate', () => {
    expect(takeSeconds({ samples: 72_000, sampleRate: 48_000 })).toBe(1.5);
  });
});
