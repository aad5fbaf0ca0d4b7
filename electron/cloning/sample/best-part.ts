import { suggestExcerpt } from '../../recording/quality/excerpt.ts';
import { createFrameMeter } from '../../recording/quality/frame-quality.ts';
import type { Take } from '../../recording/take.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { Engine } from '../engines/engines.ts';
import { withoutStretches } from './sample.ts';
import { consentStretches } from './script-parts.ts';

/** Pauses between turns of work so that the window is answered meanwhile, in samples: about 10 ms of work. */
const SAMPLES_A_TURN = 480_000;

/**
 * The cleanest stretch of a take of the length that the engine clones best from, in samples, read block by block and
 * never held whole; null where nobody speaks. The consent is not in it. Fails with `audio-broken` where it cannot be read.
 */
export async function bestPart(
  take: Pick<Take, 'id' | 'sampleRate' | 'samples' | 'marks'>,
  { blocks, engine }: { blocks: AsyncIterable<Float32Array>; engine: Pick<Engine, 'sweetSpot'> },
): Promise<Result<{ readonly from: number; readonly to: number } | null>> {
  const meter = createFrameMeter({ sampleRate: take.sampleRate });
  let sinceTurn = 0;
  try {
    for await (const block of blocks) {
      meter.add(block);
      sinceTurn += block.length;
      if (sinceTurn < SAMPLES_A_TURN) continue;
      sinceTurn = 0;
      await new Promise((resolve) => setImmediate(resolve));
    }
  } catch (error) {
    return fail('audio-broken', { detail: error instanceof Error ? error.message : String(error) });
  }
  const best = suggestExcerpt({ frames: meter.finish(), seconds: engine.sweetSpot });
  if (!best) return ok(null);
  const left = withoutStretches([{ takeId: take.id, ...best }], consentStretches([take]));
  const longest = left.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a), { from: 0, to: 0 });
  return ok(
    longest.to > longest.from ? { from: longest.from, to: Math.min(longest.to, take.samples) } : null,
  );
}
