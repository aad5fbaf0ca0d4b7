import type { Locator, Page } from '@playwright/test';

/** Drops files of the disk on a part of the page as a person does: drags them in, over it, and lets go. */
export async function dropFiles(page: Page, onto: Locator, paths: readonly string[]): Promise<void> {
  await onto.scrollIntoViewIfNeeded();
  const box = await onto.boundingBox();
  if (!box) throw new Error('what the files are dropped on is not to be seen');
  const devtools = await page.context().newCDPSession(page);
  const at = { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 60) };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { ...at, type, data });
  await devtools.detach();
}
