/** Spectra of real frames of one length. */
export interface RealFft {
  /** Samples a frame, a power of two. */
  readonly size: number;
  /** Writes |X|² of the bins 0…size/2 into `power`. */
  power(frame: Float64Array, power: Float64Array): void;
  /** Writes the real part of X of the bins 0…size/2 into `real`: for an even signal, its cosine transform. */
  real(frame: Float64Array, real: Float64Array): void;
}

/**
 * A real FFT (Cooley and Tukey 1965, radix 4 over bit-reversed order; two real halves as one complex transform of half
 * the length, Numerical Recipes §12.3). `size` is a power of two, 8 or more. Arrays are kept between calls: one caller
 * at a time.
 */
export function createRealFft(size: number): RealFft {
  const half = size / 2;
  const order = bitReversal(half);
  const cos = Float64Array.from({ length: size }, (_, k) => Math.cos((2 * Math.PI * k) / size));
  const sin = Float64Array.from({ length: size }, (_, k) => Math.sin((2 * Math.PI * k) / size));
  const re = new Float64Array(half);
  const im = new Float64Array(half);
  const parts = { re, im, cos, sin };
  const forward = (frame: Float64Array) => {
    for (let i = 0; i < half; i++) {
      const from = 2 * (order[i] as number);
      re[i] = frame[from] as number;
      im[i] = frame[from + 1] as number;
    }
    transform(parts);
  };
  return {
    size,
    power(frame, power) {
      forward(frame);
      splitPower(parts, power);
    },
    real(frame, real) {
      forward(frame);
      splitReal(parts, real);
    },
  };
}

interface Parts {
  readonly re: Float64Array;
  readonly im: Float64Array;
  /** cos and sin of 2πk / (2 × length), for k up to 2 × length. */
  readonly cos: Float64Array;
  readonly sin: Float64Array;
}

/** Complex transform in place; the input lies in bit-reversed order. */
function transform(parts: Parts): void {
  const { length } = parts.re;
  let span = 1;
  if (Math.log2(length) % 2 === 1) {
    firstPairs(parts);
    span = 2;
  }
  for (; span < length; span *= 4) fourfold(parts, span);
}

/** One pass of radix 2 over neighbours, for lengths that are no power of four. */
function firstPairs({ re, im }: Parts): void {
  for (let a = 0; a < re.length; a += 2) {
    const x = re[a + 1] as number;
    const y = im[a + 1] as number;
    re[a + 1] = (re[a] as number) - x;
    im[a + 1] = (im[a] as number) - y;
    re[a] = (re[a] as number) + x;
    im[a] = (im[a] as number) + y;
  }
}

/** One pass of radix 4: transforms of length `span` become some of four times that. */
function fourfold({ re, im, cos, sin }: Parts, span: number): void {
  const { length } = re;
  const stride = length / (2 * span);
  for (let k = 0; k < span; k++) {
    const turn = k * stride;
    const c1 = cos[turn] as number;
    const s1 = sin[turn] as number;
    const c2 = cos[2 * turn] as number;
    const s2 = sin[2 * turn] as number;
    const c3 = cos[3 * turn] as number;
    const s3 = sin[3 * turn] as number;
    for (let a = k; a < length; a += 4 * span) {
      const b = a + span;
      const c = b + span;
      const d = c + span;
      const bRe = (re[b] as number) * c2 + (im[b] as number) * s2;
      const bIm = (im[b] as number) * c2 - (re[b] as number) * s2;
      const cRe = (re[c] as number) * c1 + (im[c] as number) * s1;
      const cIm = (im[c] as number) * c1 - (re[c] as number) * s1;
      const dRe = (re[d] as number) * c3 + (im[d] as number) * s3;
      const dIm = (im[d] as number) * c3 - (re[d] as number) * s3;
      const sumRe = (re[a] as number) + bRe;
      const sumIm = (im[a] as number) + bIm;
      const lessRe = (re[a] as number) - bRe;
      const lessIm = (im[a] as number) - bIm;
      re[a] = sumRe + cRe + dRe;
      im[a] = sumIm + cIm + dIm;
      re[c] = sumRe - cRe - dRe;
      im[c] = sumIm - cIm - dIm;
      re[b] = lessRe + cIm - dIm;
      im[b] = lessIm - cRe + dRe;
      re[d] = lessRe - cIm + dIm;
      im[d] = lessIm + cRe - dRe;
    }
  }
}

/**
 * |X|² of the real signal out of the transform of its even and odd samples. Bin k and the one as far from the other end
 * are made of the same two values: sum and difference of one even and one odd part.
 */
function splitPower({ re, im, cos, sin }: Parts, power: Float64Array): void {
  const half = re.length;
  const [re0, im0] = [re[0] as number, im[0] as number];
  power[0] = (re0 + im0) ** 2;
  power[half] = (re0 - im0) ** 2;
  for (let k = 1, m = half - 1; k <= m; k++, m--) {
    const evenRe = ((re[k] as number) + (re[m] as number)) / 2;
    const evenIm = ((im[k] as number) - (im[m] as number)) / 2;
    const oddRe = ((im[k] as number) + (im[m] as number)) / 2;
    const oddIm = ((re[m] as number) - (re[k] as number)) / 2;
    const turnedRe = oddRe * (cos[k] as number) + oddIm * (sin[k] as number);
    const turnedIm = oddIm * (cos[k] as number) - oddRe * (sin[k] as number);
    power[k] = (evenRe + turnedRe) ** 2 + (evenIm + turnedIm) ** 2;
    power[m] = (evenRe - turnedRe) ** 2 + (evenIm - turnedIm) ** 2;
  }
}

/** The real part of X alone, in the same way. */
function splitReal({ re, im, cos, sin }: Parts, real: Float64Array): void {
  const half = re.length;
  real[0] = (re[0] as number) + (im[0] as number);
  real[half] = (re[0] as number) - (im[0] as number);
  for (let k = 1, m = half - 1; k <= m; k++, m--) {
    const even = ((re[k] as number) + (re[m] as number)) / 2;
    const oddRe = ((im[k] as number) + (im[m] as number)) / 2;
    const oddIm = ((re[m] as number) - (re[k] as number)) / 2;
    const turned = oddRe * (cos[k] as number) + oddIm * (sin[k] as number);
    real[k] = even + turned;
    real[m] = even - turned;
  }
}

function bitReversal(length: number): Uint32Array {
  const order = new Uint32Array(length);
  for (let i = 1; i < length; i++) order[i] = ((order[i >> 1] as number) >> 1) | (i & 1 ? length >> 1 : 0);
  return order;
}

/** The Hann window of this length (periodic), whose sum of squares is 3/8 of the length. */
export function hann(length: number): Float64Array {
  return Float64Array.from({ length }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / length));
}
