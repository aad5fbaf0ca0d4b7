/** Hz. */
export const DEVICE_RATE = 44_100;

const STEPS = 65_536;

/** Sound whose every sample says which one it is: 16 bits keep it exactly, and no gap of less than 1.4 s is alike. */
export function deviceSound(from: number, count: number): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: count }, (_, i) => ((from + i) % STEPS) / (STEPS / 2) - 1);
}

/** Which sample it is, as far as 16 bits can say. */
export function numberOf(sample: number): number {
  return Math.round((sample + 1) * (STEPS / 2)) % STEPS;
}

/** Of sample `index` of the device. */
export function numberAt(index: number): number {
  return index % STEPS;
}
