import type { PaidCall } from './paid-call.ts';

/** What something cost, measured exactly: nothing else was paid for between two readings of the credits. */
export type Price =
  | {
      readonly of: 'speech';
      readonly model: string;
      readonly speed: number;
      /** Characters of the text that was sent. */
      readonly characters: number;
      readonly credits: number;
    }
  | { readonly of: 'training'; readonly model: string; readonly credits: number };

/** What was measured on one server, oldest first. */
export interface PriceBook {
  list(): readonly Price[];
  add(price: Price): void;
  /** What was measured of speech with this model cannot be true (any more). */
  drop(model: string): void;
}

type Spoken = Extract<Price, { of: 'speech' }>;
type Said = Pick<PaidCall, 'model' | 'speed' | 'characters'>;

/** One measurement alone may be of something that was paid for elsewhere in the same moment. */
const LEAST_MEASURED = 2;

/**
 * The least that saying so many characters costs, in credits, given that a longer text never costs less: the smallest
 * price among texts at least as long as the longest one measured that is no longer than this. 0 where too little is known.
 */
export function leastPrice(prices: readonly Price[], { model, speed, characters }: Said): number {
  const own = speechPrices(prices, model).filter((price) => price.speed === speed);
  const longest = Math.max(
    -1,
    ...own.map((price) => price.characters).filter((length) => length <= characters),
  );
  const above = own.filter((price) => price.characters >= longest);
  if (longest < 0 || above.length < LEAST_MEASURED) return 0;
  return Math.min(...above.map(({ credits }) => credits));
}

/**
 * What saying so many characters will cost, about: on the line between the measured lengths next to it, and beyond them
 * on the line of the outermost. Undefined where nothing was measured with this model.
 */
export function likelyPrice(
  prices: readonly Price[],
  { model, characters }: Pick<Said, 'model' | 'characters'>,
): number | undefined {
  const points = pointsOf(speechPrices(prices, model));
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return undefined;
  if (characters <= first.characters) return first.credits;
  if (first === last) return (first.credits * characters) / Math.max(1, first.characters);
  const after = points.findIndex((point) => point.characters >= characters);
  const [from, to] = after < 0 ? [first, last] : [points[after - 1] ?? first, points[after] ?? last];
  const slope = (to.credits - from.credits) / (to.characters - from.characters);
  return Math.max(0, from.credits + slope * (characters - from.characters));
}

/** What a training with this model cost last; undefined where none was measured. */
export function trainingPrice(prices: readonly Price[], model: string): number | undefined {
  return prices.findLast((price) => price.of === 'training' && price.model === model)?.credits;
}

/** Whether it can be told what a call costs at least. */
export function isMeasured(prices: readonly Price[], { model, speed, characters }: Said): boolean {
  const own = speechPrices(prices, model).filter((price) => price.speed === speed);
  return own.length >= LEAST_MEASURED && own.some((price) => price.characters <= characters);
}

/** Whether so little was measured of this model at this speed that every call helps. */
export function wantsPrices(
  prices: readonly Price[],
  { model, speed }: Pick<Said, 'model' | 'speed'>,
): boolean {
  return speechPrices(prices, model).filter((price) => price.speed === speed).length < LEAST_MEASURED;
}

function speechPrices(prices: readonly Price[], model: string): readonly Spoken[] {
  return prices.filter((price): price is Spoken => price.of === 'speech' && price.model === model);
}

/** By length, each length once with what it cost last. */
function pointsOf(prices: readonly Spoken[]): readonly Pick<Spoken, 'characters' | 'credits'>[] {
  const byLength = new Map(prices.map(({ characters, credits }) => [characters, credits]));
  return [...byLength]
    .map(([characters, credits]) => ({ characters, credits }))
    .sort((a, b) => a.characters - b.characters);
}
