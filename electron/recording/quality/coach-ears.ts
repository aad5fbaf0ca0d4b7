import type { CoachHint } from './coach-words.ts';
import { dbPower, FLOOR_DB, powerDb } from './decibel.ts';
import { FRAME_SECONDS } from './frame-levels.ts';
import { createHumWatch } from './hum-watch.ts';
import { createSpeechGate, type GateFrame, type SpeechGate } from './speech-gate.ts';

/** What the coach hears: levels, noise, hum, clipping, as they are now. */
export interface Ears {
  add(block: Float32Array): void;
  readonly seconds: number;
  readonly gate: SpeechGate;
  /** Whether the state behind a hint is there; a hint that is `shown` holds on a little longer. */
  hears(hint: CoachHint, shown: boolean): boolean;
}

/** A frame below this gives no signal, in dBFS; so long, in seconds, that the whole second is kept. */
const NO_SIGNAL = -80;
const NO_SIGNAL_SECONDS = 0.8;
/** A sample this near to full scale is clipped; so many in a block are no chance. */
const FULL_SCALE = 0.998;
const CLIPPED = 2;
const CLIPPED_SECONDS = 2;
/** The voice is too quiet, or too loud, in dBFS; a shown hint goes when it is `EASE` dB better. */
const QUIET = -31;
const LOUD = -10;
const EASE = 2;
/** With less than this between voice and noise the microphone should come closer, in dB; with less than that it is noisy. */
const NEAR = 24;
const NOISY = 20;
/** A hum is heard when it is nearer than this to the voice, in dB, or louder than that without one, in dBFS. */
const HUM_BELOW_VOICE = 40;
const HUM_ALONE = -58;
/** The last words of the voice against the twelve seconds before, in dB. */
const UNSTEADY = 8;
/** Nobody has spoken for so long, in seconds. */
const WAITING_SECONDS = 5;
/** Voice is averaged over these, in seconds of speech; noise in seconds of pause. */
const VOICE_SECONDS = 1.5;
const LONG_VOICE_SECONDS = 12;
const NOISE_SECONDS = 0.6;
/** So much speech, or pause, must be heard before it is judged, in seconds. */
const LEAST_VOICE = 1.2;
const LEAST_NOISE = 0.1;
/** After so much speech a quiet voice is told even where no pause has shown the noise yet, in seconds. */
const LONG_ENOUGH = 4;
/** So many frames before the gate opens may be speech already. */
const OPENING = 6;

export function createEars({ sampleRate }: { sampleRate: number }): Ears {
  const hum = createHumWatch({ sampleRate });
  const voice = createMean(VOICE_SECONDS);
  const longVoice = createMean(LONG_VOICE_SECONDS);
  const noise = createMean(NOISE_SECONDS);
  let samples = 0;
  let silent = 0;
  let loudAt = -1;
  const pause: number[] = [];
  let clippedAt = Number.NEGATIVE_INFINITY;
  let spokeAt = 0;
  const onFrame = ({ full, loud, speaking }: GateFrame) => {
    silent = full < NO_SIGNAL ? silent + FRAME_SECONDS : 0;
    loudAt = loud ? samples : loudAt;
    if (speaking) {
      pause.length = 0;
      voice.add(full);
      longVoice.add(full);
      return;
    }
    // Before the first word the gate cannot tell a voice from a loud room.
    if (voice.seconds === 0) return;
    pause.push(full);
    const settled = pause.length > OPENING ? pause.shift() : undefined;
    if (settled !== undefined && settled >= NO_SIGNAL) noise.add(settled);
  };
  const gate = createSpeechGate({ sampleRate, onFrame });
  const now = () => samples / sampleRate;
  const hasVoice = () => voice.seconds > LEAST_VOICE;
  const hasNoise = () => noise.seconds > LEAST_NOISE;
  const isQuiet = (ease: number) => hasVoice() && voice.db < QUIET + ease;
  /** How far the voice stands above the noise, in dB; a lot while that is not known. */
  const ratio = () => (hasVoice() && hasNoise() ? voice.db - noise.db : 99);
  const states: { readonly [H in CoachHint]: (ease: number) => boolean } = {
    'no-signal': () => silent >= NO_SIGNAL_SECONDS,
    softer: (ease) => now() - clippedAt < CLIPPED_SECONDS || (hasVoice() && voice.db > LOUD - ease),
    hum: (ease) => {
      const level = hum.hum?.level ?? FLOOR_DB;
      return level + ease > (hasVoice() ? voice.db - HUM_BELOW_VOICE : HUM_ALONE);
    },
    closer: (ease) => isQuiet(ease) && ratio() < NEAR + ease,
    louder: (ease) => isQuiet(ease) && ratio() >= NEAR - ease && (hasNoise() || voice.seconds > LONG_ENOUGH),
    noise: (ease) => ratio() < NOISY + ease,
    steady: (ease) =>
      longVoice.seconds > 2 * VOICE_SECONDS && Math.abs(voice.db - longVoice.db) > UNSTEADY - ease,
    speak: () => now() - spokeAt > WAITING_SECONDS,
  };
  return {
    gate,
    add(block) {
      samples += block.length;
      gate.add(block);
      hum.add(block, loudAt < samples);
      if (countFullScale(block) >= CLIPPED) clippedAt = now();
      if (gate.speaking) spokeAt = now();
    },
    get seconds() {
      return now();
    },
    hears: (hint, shown) => states[hint](shown ? EASE : 0),
  };
}

function countFullScale(block: Float32Array): number {
  let count = 0;
  for (let i = 0; i < block.length; i++) if (Math.abs(block[i] as number) >= FULL_SCALE) count++;
  return count;
}

/** A mean power that forgets with this time constant; while it is young, the plain mean of what came. */
function createMean(constantSeconds: number) {
  let power = 0;
  let seconds = 0;
  return {
    add(db: number) {
      seconds += FRAME_SECONDS;
      power += (dbPower(db) - power) * (FRAME_SECONDS / Math.min(seconds, constantSeconds));
    },
    get db() {
      return powerDb(power);
    },
    /** How much was averaged so far. */
    get seconds() {
      return seconds;
    },
  };
}
