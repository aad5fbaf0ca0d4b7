import { ENGINE_RATE, type Engine, type Vad, WINDOW } from './engine.ts';
import type { Progress, SpeechSpan } from './messages.ts';

/** One sound being listened to. */
export interface Ear {
  /** Hears a block; where it does not follow the one before, what was being said is ended first. */
  hear(first: number, samples: Float32Array): Progress;
  /** Ends what is being said; nothing is heard after it. */
  end(): Progress;
}

/** Listens to one sound of `sampleRate` Hz with a detector that is fresh or was reset. Its memory does not grow. */
export function createEar(engine: Pick<Engine, 'createResampler'>, vad: Vad, sampleRate: number): Ear {
  /** Where in the sound the detector's count begins, and how far it was heard. */
  let origin = 0;
  let upTo = 0;
  let resampler = engine.createResampler(sampleRate);
  let rest = new Float32Array(0);
  /** What is being said now, in windows, and all that was said before it, in samples of the sound. */
  let current = 0;
  let said = 0;
  let told = 0;

  const inSound = (at: number) => Math.min(upTo, origin + Math.round((at * sampleRate) / ENGINE_RATE));

  const endedSpans = (): SpeechSpan[] => {
    const spans: SpeechSpan[] = [];
    for (; !vad.isEmpty(); vad.pop()) {
      const { start, samples } = vad.front(false);
      const from = inSound(Math.max(0, start));
      const to = inSound(start + samples.length);
      if (to > from) spans.push({ from, to });
      said += Math.max(0, to - from);
      current = 0;
    }
    return spans;
  };

  const listen = (samples: Float32Array) => {
    const all = joined(rest, samples);
    let at = 0;
    for (; at + WINDOW <= all.length; at += WINDOW) {
      vad.acceptWaveform(all.subarray(at, at + WINDOW));
      current = vad.isDetected() ? current + 1 : 0;
    }
    rest = all.slice(at);
  };

  const finish = () => {
    listen(resampler.flush(new Float32Array(0)));
    if (rest.length > 0) vad.acceptWaveform(joined(rest, new Float32Array(WINDOW - rest.length)));
    vad.flush();
    return endedSpans();
  };

  const progress = (spans: readonly SpeechSpan[]): Progress => {
    const speaking = Math.round((current * WINDOW * sampleRate) / ENGINE_RATE);
    // A pause that turns out to be one is taken off what was being said; a count that falls would only confuse.
    told = Math.max(told, Math.min(upTo, said + speaking));
    return { upTo, speechSamples: told, spans };
  };

  return {
    hear(first, samples) {
      const before = first === upTo ? [] : finish();
      if (first !== upTo) {
        vad.reset();
        resampler = engine.createResampler(sampleRate);
        rest = new Float32Array(0);
        origin = first;
      }
      upTo = first + samples.length;
      listen(resampler.resample(samples));
      return progress([...before, ...endedSpans()]);
    },
    end() {
      const spans = finish();
      current = 0;
      return { upTo, speechSamples: said, spans };
    },
  };
}

function joined(a: Float32Array, b: Float32Array): Float32Array<ArrayBuffer> {
  const both = new Float32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
