import type { TakeSpeech } from '../take.ts';
import type { SpeechSpan } from './messages.ts';

/** Pauses of so many seconds are within the speech when it is described. */
const BRIDGE_SECONDS = 0.05;
/** So many spans a description holds; longer sounds are described more coarsely. */
export const MOST_SPANS = 500;

/**
 * Speech as a take's description keeps it: its seconds, counted as it was found, and its spans. Of more than 500 those with
 * the shortest pauses between them are joined.
 */
export function describeSpeech(found: {
  spans: readonly SpeechSpan[];
  by: TakeSpeech['by'];
  sampleRate: number;
}): TakeSpeech {
  const { by, sampleRate } = found;
  const spans = joined(found.spans, BRIDGE_SECONDS * sampleRate);
  const samples = spans.reduce((sum, { from, to }) => sum + to - from, 0);
  return { seconds: Math.round((samples / sampleRate) * 1000) / 1000, spans: coarsened(spans), by };
}

/** Spans in order, those joined that are no further apart than `gap` samples. */
function joined(spans: readonly SpeechSpan[], gap: number): readonly SpeechSpan[] {
  const list: { from: number; to: number }[] = [];
  for (const { from, to } of spans) {
    const last = list.at(-1);
    if (last && from - last.to <= gap) last.to = Math.max(last.to, to);
    else list.push({ from, to });
  }
  return list;
}

/** As many pauses closed as there are spans too many, the shortest first. */
function coarsened(spans: readonly SpeechSpan[]): readonly SpeechSpan[] {
  const pauses = spans.slice(1).map(({ from }, i) => ({ after: i, length: from - (spans[i]?.to ?? from) }));
  const shortest = pauses
    .sort((a, b) => a.length - b.length)
    .slice(0, Math.max(0, spans.length - MOST_SPANS));
  const closed = new Set(shortest.map(({ after }) => after));
  const list: { from: number; to: number }[] = [];
  spans.forEach(({ from, to }, i) => {
    const last = list.at(-1);
    if (last && closed.has(i - 1)) last.to = to;
    else list.push({ from, to });
  });
  return list;
}
