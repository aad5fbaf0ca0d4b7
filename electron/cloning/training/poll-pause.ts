/**
 * How long to wait before asking for the status again, in milliseconds, `passed` ms after the training began. A voice
 * is usually ready within a minute [doc], so the first half minute is asked every second, later ever more rarely.
 */
export function pollPause(passed: number): number {
  if (passed < 3_000) return 300;
  if (passed < 30_000) return 1_000;
  if (passed < 120_000) return 2_500;
  return passed < 600_000 ? 5_000 : 15_000;
}
