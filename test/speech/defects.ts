/** Random numbers 0…1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function gain(samples: Float32Array, factor: number): Float32Array<ArrayBuffer> {
  return Float32Array.from(samples, (x) => x * factor);
}

export function added(a: Float32Array, b: Float32Array): Float32Array<ArrayBuffer> {
  return Float32Array.from(a, (x, i) => x + (b[i] ?? 0));
}

/** Root mean square as dB of full scale. */
export function rmsDb(samples: Float32Array): number {
  let sum = 0;
  for (const x of samples) sum += x * x;
  return 10 * Math.log10(sum / samples.length);
}

export function scaledTo(samples: Float32Array, db: number): Float32Array<ArrayBuffer> {
  return gain(samples, 10 ** ((db - rmsDb(samples)) / 20));
}

export type NoiseKind = 'white' | 'pink' | 'fan';

/** Noise of this kind with an RMS of `db`. Pink: P. Kellet's filter. Fan: a rumble below 300 Hz, air above, two blade tones. */
export function noise(options: {
  kind: NoiseKind;
  length: number;
  sampleRate: number;
  db: number;
  seed: number;
}) {
  const { kind, length, sampleRate, db, seed } = options;
  const next = random(seed);
  const gauss = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const out = new Float32Array(length);
  const b = [0, 0, 0, 0, 0, 0, 0];
  const keep = Math.exp((-2 * Math.PI * 250) / sampleRate);
  let [low, lower] = [0, 0];
  for (let i = 0; i < length; i++) {
    const w = gauss();
    if (kind === 'white') out[i] = w;
    else if (kind === 'pink') {
      b[0] = 0.99886 * (b[0] as number) + w * 0.0555179;
      b[1] = 0.99332 * (b[1] as number) + w * 0.0750759;
      b[2] = 0.969 * (b[2] as number) + w * 0.153852;
      b[3] = 0.8665 * (b[3] as number) + w * 0.3104856;
      b[4] = 0.55 * (b[4] as number) + w * 0.5329522;
      b[5] = -0.7616 * (b[5] as number) - w * 0.016898;
      out[i] = b.reduce((sum, x) => sum + x, 0) + w * 0.5362;
      b[6] = w * 0.115926;
    } else {
      low = keep * low + (1 - keep) * w;
      lower = keep * lower + (1 - keep) * low;
      const t = (2 * Math.PI * i) / sampleRate;
      out[i] = lower * 12 + low * 2 + w * 0.03 + 0.25 * Math.sin(87 * t) + 0.12 * Math.sin(174 * t);
    }
  }
  return scaledTo(out, db);
}

/** Mains hum: the odd harmonics stronger than the even ones, falling; RMS of `db`. */
export function hum(options: { mains: number; length: number; sampleRate: number; db: number }) {
  const { mains, length, sampleRate, db } = options;
  const parts = [1, 0.5, 0.6, 0.2, 0.3, 0.1, 0.2, 0.05, 0.1];
  const out = Float32Array.from({ length }, (_, i) =>
    parts.reduce((sum, a, n) => sum + a * Math.sin((2 * Math.PI * mains * (n + 1) * i) / sampleRate + n), 0),
  );
  return scaledTo(out, db);
}

/** Made so loud that this share of the samples is beyond full scale, and cut off there. */
export function clipped(samples: Float32Array, share: number): Float32Array<ArrayBuffer> {
  const sizes = Float32Array.from(samples, Math.abs).sort();
  const limit = sizes[Math.floor((1 - share) * sizes.length)] ?? 1;
  return Float32Array.from(samples, (x) => Math.max(-1, Math.min(1, x / limit)));
}

/** As a file of 16 bits keeps it. */
export function in16Bits(samples: Float32Array): Float32Array<ArrayBuffer> {
  return Float32Array.from(samples, (x) => Math.round(x * 32_767) / 32_768);
}

/** The middle made digital silence. */
export function withHole(
  samples: Float32Array,
  seconds: number,
  sampleRate: number,
): Float32Array<ArrayBuffer> {
  const out = Float32Array.from(samples);
  const middle = Math.floor(out.length / 2);
  const half = Math.round((seconds * sampleRate) / 2);
  out.fill(0, middle - half, middle + half);
  return out;
}

/**
 * A room: the direct sound, and after 5 ms noise that dies away by 60 dB in `seconds`, with as much energy as the direct
 * sound times `wet` (in dB).
 */
export function inRoom(options: {
  samples: Float32Array;
  sampleRate: number;
  seconds: number;
  wet: number;
  seed: number;
}): Float32Array<ArrayBuffer> {
  const { samples, sampleRate, seconds, wet, seed } = options;
  const next = random(seed);
  const response = new Float64Array(Math.round(seconds * 1.2 * sampleRate));
  for (let i = Math.round(0.005 * sampleRate); i < response.length; i++)
    response[i] = (next() + next() + next() - 1.5) * 10 ** ((-3 * i) / sampleRate / seconds);
  const energy = response.reduce((sum, x) => sum + x * x, 0);
  const scale = Math.sqrt(10 ** (wet / 10) / energy);
  for (let i = 0; i < response.length; i++) response[i] = (response[i] as number) * scale;
  response[0] = 1;
  return convolved(samples, response);
}

/** Convolution by blocks in the frequency domain (overlap-add). */
export function convolved(samples: Float32Array, response: Float64Array): Float32Array<ArrayBuffer> {
  const size = 2 ** Math.ceil(Math.log2(2 * response.length));
  const block = size - response.length + 1;
  const [hRe, hIm] = [new Float64Array(size), new Float64Array(size)];
  hRe.set(response);
  fft(hRe, hIm);
  const out = new Float32Array(samples.length);
  for (let from = 0; from < samples.length; from += block) {
    const [re, im] = [new Float64Array(size), new Float64Array(size)];
    re.set(samples.subarray(from, from + block));
    fft(re, im);
    for (let k = 0; k < size; k++) {
      const [a, b, c, d] = [re[k] as number, im[k] as number, hRe[k] as number, hIm[k] as number];
      // Conjugated, so that a forward transform goes back.
      re[k] = a * c - b * d;
      im[k] = -(a * d + b * c);
    }
    fft(re, im);
    const end = Math.min(size, out.length - from);
    for (let i = 0; i < end; i++) out[from + i] = (out[from + i] as number) + (re[i] as number) / size;
  }
  return out;
}

/** Complex transform in place, radix 2. */
function fft(re: Float64Array, im: Float64Array): void {
  const size = re.length;
  for (let i = 1, j = 0; i < size; i++) {
    let bit = size >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i >= j) continue;
    [re[i], re[j]] = [re[j] as number, re[i] as number];
    [im[i], im[j]] = [im[j] as number, im[i] as number];
  }
  for (let span = 1; span < size; span *= 2)
    for (let k = 0; k < span; k++) {
      const [c, s] = [Math.cos((Math.PI * k) / span), -Math.sin((Math.PI * k) / span)];
      for (let a = k; a < size; a += 2 * span) {
        const b = a + span;
        const tRe = (re[b] as number) * c - (im[b] as number) * s;
        const tIm = (re[b] as number) * s + (im[b] as number) * c;
        re[b] = (re[a] as number) - tRe;
        im[b] = (im[a] as number) - tIm;
        re[a] = (re[a] as number) + tRe;
        im[a] = (im[a] as number) + tIm;
      }
    }
}
