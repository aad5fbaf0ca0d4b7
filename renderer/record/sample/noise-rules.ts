import type { SamplePart } from '../../../electron/cloning/sample/sample.ts';
import { takesOf } from '../../../electron/cloning/sample/sample.ts';
import type { QualityReport } from '../../../electron/recording/quality/report.ts';
import type { Take } from '../../../electron/recording/take.ts';

/** Which sound the sample is made of: as it was recorded, copies without the noise, or some of each. */
export type NoiseState = 'recorded' | 'cleaned' | 'mixed';

export function noiseState(parts: readonly SamplePart[], takes: readonly Take[]): NoiseState {
  const cleaned = takesOf(parts).map((id) => takes.find((take) => take.id === id)?.source.kind === 'cleaned');
  if (cleaned.every((one) => !one)) return 'recorded';
  return cleaned.every((one) => one) ? 'cleaned' : 'mixed';
}

/** Whether taking the noise out is worth an offer: there is noise, or it was taken out already. */
export function offersCleaning(report: Pick<QualityReport, 'checks'>, state: NoiseState): boolean {
  return state !== 'recorded' || report.checks.some(({ id, status }) => id === 'noise' && status !== 'pass');
}

/** The parts on other takes of the same length; `onto` answers the take that stands for one, or undefined. */
export function partsOnto(
  parts: readonly SamplePart[],
  onto: (takeId: string) => string | undefined,
): readonly SamplePart[] {
  return parts.map((part) => ({ ...part, takeId: onto(part.takeId) ?? part.takeId }));
}

/** The take that a cleaned one is a copy of; undefined for any other. */
export function originalOf(takeId: string, takes: readonly Take[]): string | undefined {
  const source = takes.find(({ id }) => id === takeId)?.source;
  return source?.kind === 'cleaned' ? source.of : undefined;
}
