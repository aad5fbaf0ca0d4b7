import type { Page } from '@playwright/test';

/** Milliseconds from the next click in the window until something that `selector` names is drawn. Call it before the click. */
export function clickToDrawn(page: Page, selector: string): Promise<number> {
  return page.evaluate(async (wanted) => {
    const began = await new Promise<number>((resolve) =>
      document.addEventListener('click', ({ timeStamp }) => resolve(timeStamp), {
        capture: true,
        once: true,
      }),
    );
    while (!document.querySelector(wanted)) await new Promise(requestAnimationFrame);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - began;
  }, selector);
}
