import type { CheckId } from '../../electron/recording/quality/report.ts';
import { added, clipped, gain, hum, in16Bits, inRoom, type NoiseKind, noise, withHole } from './defects.ts';
import { SPEECH_RATE } from './readers.ts';
import { limitBand } from './resample.ts';

/** A clean reading with its own level (active speech level, dBFS), and another reader's of the same level. */
export interface Reading {
  readonly reader: string;
  readonly samples: Float32Array;
  readonly level: number;
  readonly other: Float32Array;
}

/** A defect of known strength. */
export interface Damage {
  readonly defect: string;
  readonly strength: string;
  /** The check that must name it. */
  readonly check: CheckId;
  /** The strength at which it must be named nearly always. */
  readonly middle: boolean;
  readonly make: (reading: Reading, seed: number) => Float32Array<ArrayBuffer>;
  /** What the check should measure, where that is known: in its unit. */
  readonly truth?: (reading: Reading) => number;
}

const sampleRate = SPEECH_RATE;

/** Every defect at every strength. */
export const DAMAGES: readonly Damage[] = [
  ...(['white', 'pink', 'fan'] as const).flatMap((kind) => [30, 20, 10].map((snr) => withNoise(kind, snr))),
  ...([50, 60] as const).flatMap((mains) => [40, 30, 20].map((below) => withHum(mains, below))),
  ...[0.1, 1, 5].flatMap((percent) => clippings(percent)),
  ...[-30, -40].map(quiet),
  ...[2, 5].map(hole),
  {
    ...{ defect: 'second speaker', strength: 'from the middle on', check: 'speakers', middle: true },
    make: ({ samples, other }) => {
      const out = Float32Array.from(samples);
      const middle = Math.floor(out.length / 2);
      out.set(other.subarray(0, out.length - middle), middle);
      return out;
    },
  },
  {
    ...{ defect: 'narrow band', strength: '4 kHz (8 kHz sampling)', check: 'bandwidth', middle: true },
    make: ({ samples }) => limitBand(samples, sampleRate, 3900),
    truth: () => 4000,
  },
  ...[
    { seconds: 0.3, wet: -6 },
    { seconds: 0.7, wet: 0 },
    { seconds: 1.2, wet: 3 },
  ].map(room),
];

function withNoise(kind: NoiseKind, snr: number): Damage {
  return {
    ...{ defect: `${kind} noise`, strength: `SNR ${snr} dB`, check: 'noise', middle: snr === 20 },
    make: ({ samples, level }, seed) =>
      added(samples, noise({ kind, length: samples.length, sampleRate, db: level - snr, seed })),
    truth: () => snr,
  };
}

function withHum(mains: 50 | 60, below: number): Damage {
  return {
    ...{
      defect: `${mains} Hz hum`,
      strength: `${below} dB below speech`,
      check: 'hum',
      middle: below === 30,
    },
    make: ({ samples, level }) =>
      added(samples, hum({ mains, length: samples.length, sampleRate, db: level - below })),
    truth: ({ level }) => level - below,
  };
}

function clippings(percent: number): readonly Damage[] {
  const of = (how: string, make: (samples: Float32Array) => Float32Array<ArrayBuffer>): Damage => ({
    ...{
      defect: `clipping${how}`,
      strength: `${percent} % of samples`,
      check: 'clipping',
      middle: percent === 1,
    },
    make: ({ samples }) => make(clipped(samples, percent / 100)),
    truth: () => percent,
  });
  return [
    of('', in16Bits),
    of(', rescaled to 0.4', (samples) => gain(samples, 0.4)),
    of(', rescaled, 16 bits', (samples) => in16Bits(gain(in16Bits(samples), 0.23))),
  ];
}

function quiet(level: number): Damage {
  return {
    ...{ defect: 'quiet voice', strength: `${level} dBFS`, check: 'level', middle: true },
    make: ({ samples, level: own }) => gain(samples, 10 ** ((level - own) / 20)),
    truth: () => level,
  };
}

function hole(seconds: number): Damage {
  return {
    ...{ defect: 'hole', strength: `${seconds} s`, check: 'silence', middle: true },
    make: ({ samples }) => withHole(samples, seconds, sampleRate),
  };
}

function room({ seconds, wet }: { seconds: number; wet: number }): Damage {
  return {
    ...{ defect: 'room', strength: `${seconds} s`, check: 'echo', middle: seconds === 0.7 },
    make: ({ samples }, seed) => inRoom({ samples, sampleRate, seconds, wet, seed }),
  };
}
