import type { ElectronApplication } from '@playwright/test';

/** Watches the main process; the answered function tells for how long nothing else could run there at most, in ms. */
export async function watchMain(app: ElectronApplication): Promise<() => Promise<number>> {
  await app.evaluate(() => {
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }, 1);
    Object.assign(globalThis, {
      longestStall: () => {
        clearInterval(timer);
        return longest;
      },
    });
  });
  return () => app.evaluate(() => (globalThis as unknown as { longestStall(): number }).longestStall());
}
