import type { BitDepth, Take } from '../../recording/take.ts';
import type { Pcm } from '../../recording/wav.ts';
import { crossfade, quietInset, softenEdges } from './join-parts.ts';
import { type LevelMatch, matchLevels } from './level-match.ts';
import type { SamplePart } from './sample.ts';

/** A part with its sound, and the take it is of. */
export interface Piece {
  readonly part: SamplePart;
  readonly take: Pick<Take, 'id' | 'source' | 'samples' | 'bitDepth'>;
  readonly sound: Pcm;
}

/** One sound file of the sample, as it is uploaded and as it is played. */
export interface SampleClip {
  readonly sound: Pcm;
  readonly bitDepth: BitDepth;
  /** Which parts it is made of, by their place in the list. */
  readonly parts: readonly number[];
  /** What was done to each take so that it fits the others; empty where there is only one. */
  readonly matched: readonly LevelMatch[];
}

/** Active speech level of a sound in dBFS; undefined where nothing is spoken. */
export type LevelOf = (samples: Float32Array, sampleRate: number) => number | undefined;

/**
 * The sample as the edit list says: neighbouring parts from one microphone become one clip, matched in level and joined
 * in quiet places without a click; another microphone, rate or file begins another clip. A whole take on its own comes
 * out as it was recorded, to the bit.
 */
export function renderSample(pieces: readonly Piece[], levelOf: LevelOf): readonly SampleClip[] {
  return groups(pieces).map((group) => renderClip(group, levelOf));
}

interface Numbered extends Piece {
  readonly parts: readonly number[];
}

function groups(pieces: readonly Piece[]): readonly (readonly Numbered[])[] {
  const grouped: Numbered[][] = [];
  pieces.forEach((piece, index) => {
    const group = grouped.at(-1);
    const before = group?.at(-1);
    const numbered = { ...piece, parts: [index] };
    if (!group || !before || session(before) !== session(piece)) grouped.push([numbered]);
    else if (before.part.takeId === piece.part.takeId && before.part.to === piece.part.from)
      group.splice(-1, 1, runningOn(before, numbered));
    else group.push(numbered);
  });
  return grouped;
}

/** What sounds alike enough to be one clip. */
function session({ take, sound }: Piece): string {
  const { source } = take;
  return `${source.kind === 'microphone' ? source.device : take.id} ${sound.sampleRate}`;
}

/** Two parts that follow each other in their take are one: nothing is joined there. */
function runningOn(a: Numbered, b: Numbered): Numbered {
  const samples = new Float32Array(a.sound.samples.length + b.sound.samples.length);
  samples.set(a.sound.samples);
  samples.set(b.sound.samples, a.sound.samples.length);
  return {
    ...a,
    part: { ...a.part, to: b.part.to },
    sound: { ...a.sound, samples },
    parts: [...a.parts, ...b.parts],
  };
}

function renderClip(group: readonly Numbered[], levelOf: LevelOf): SampleClip {
  const [first, last] = [group[0], group.at(-1)];
  const sampleRate = first?.sound.sampleRate ?? 0;
  const bitDepth = group.some(({ take }) => take.bitDepth === 24) ? 24 : 16;
  const matched = matchTakes(group, levelOf);
  const parts = group.map((piece, i) => {
    const gain = 10 ** ((matched.find(({ takeId }) => takeId === piece.take.id)?.gain ?? 0) / 20);
    const samples = gain === 1 ? piece.sound.samples : piece.sound.samples.map((sample) => sample * gain);
    const level = (group.length > 1 ? levelOf(samples, sampleRate) : undefined) ?? -Infinity;
    const inset = (edge: 'start' | 'end') => quietInset({ samples, level }, { sampleRate, edge });
    const from = i === 0 ? 0 : inset('start');
    const to = samples.length - (i === group.length - 1 ? 0 : inset('end'));
    return samples.subarray(from, to);
  });
  const samples = parts.length === 1 ? (parts[0] as Float32Array).slice() : crossfade(parts, sampleRate);
  softenEdges(samples, {
    sampleRate,
    start: first !== undefined && first.part.from > 0,
    end: last !== undefined && last.part.to < last.take.samples,
  });
  return {
    sound: { samples, sampleRate, bitDepth },
    bitDepth,
    parts: group.flatMap((piece) => piece.parts),
    matched,
  };
}

function matchTakes(group: readonly Numbered[], levelOf: LevelOf): readonly LevelMatch[] {
  const ids = [...new Set(group.map(({ take }) => take.id))];
  if (ids.length < 2) return [];
  return matchLevels(
    ids.map((takeId) => {
      const own = group.filter(({ take }) => take.id === takeId).map(({ sound }) => sound);
      const samples = concatenated(own.map((sound) => sound.samples));
      return {
        takeId,
        samples: samples.length,
        level: levelOf(samples, own[0]?.sampleRate ?? 0),
        peak: samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0),
      };
    }),
  );
}

function concatenated(sounds: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(sounds.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const sound of sounds) {
    all.set(sound, at);
    at += sound.length;
  }
  return all;
}
