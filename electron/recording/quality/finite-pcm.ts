/** Further beyond full scale than this (+40 dB) is no sound but a damaged file. */
const WILD = 100;

/** The same samples where all are numbers a sound can have; else a copy in which the others are silence. */
export function finitePcm(samples: Float32Array): Float32Array {
  for (let i = 0; i < samples.length; i++)
    if (!(Math.abs(samples[i] as number) <= WILD))
      return samples.map((sample) => (Math.abs(sample) <= WILD ? sample : 0));
  return samples;
}
