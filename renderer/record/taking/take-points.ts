import { call } from '../../bridge.ts';

/** A take's course for drawing, 0…1, as the main process knows it: hours of sound are drawn without being fetched. */
export async function takePoints(takeId: string): Promise<Float32Array<ArrayBuffer> | undefined> {
  const told = await call('take.peaks', { takeId });
  return told.ok ? Float32Array.from(told.value.peaks, (peak) => peak / 255) : undefined;
}
