import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type ElectronApplication, expect } from '@playwright/test';
import { type Launched, ROOT } from '../e2e/launch.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}
type Theme = 'light' | 'dark';

/** The smallest window, the one Timbre opens, and a large one, in CSS pixels of the page. */
const SIZES: readonly Size[] = [
  { width: 800, height: 600 },
  { width: 1120, height: 760 },
  { width: 1280, height: 800 },
];
const USUAL: Size = { width: 1120, height: 760 };

const FOLDER = resolve(ROOT, process.env['TIMBRE_PICTURES'] ?? 'test-results/pictures');
const README_FOLDER = join(ROOT, 'assets/pictures');
const FOR_README = process.env['TIMBRE_PICTURES_README'] === '1';

export interface Camera {
  /**
   * Writes `<name>-<width>-<theme>.png` in every size and theme, and leaves the window of its usual size. `before` is done
   * anew for each picture: what closes when the window changes is opened there.
   */
  shoot(name: string, before?: () => Promise<void>): Promise<void>;
  /** Writes one light picture for the README into assets/pictures, only where TIMBRE_PICTURES_README=1 asks for it. */
  shootForReadme(name: string): Promise<void>;
}

/** Pictures of this window, into the folder that TIMBRE_PICTURES names. */
export function cameraOn({ app, page }: Launched): Camera {
  mkdirSync(FOLDER, { recursive: true });
  const frame = async (size: Size, theme: Theme) => {
    await resize(app, size);
    // Playwright decides the theme of the pages it drives, whatever the system's is.
    await page.emulateMedia({ colorScheme: theme });
    await expect
      .poll(() => page.evaluate(sizeOfPage).then((is) => isAbout(is, size)), { timeout: 5000 })
      .toBe(true);
  };
  const expose = async (path: string) => {
    await page.waitForTimeout(250);
    await page.screenshot({ path });
  };
  return {
    async shoot(name, before) {
      for (const theme of ['dark', 'light'] as const)
        for (const size of SIZES) {
          await frame(size, theme);
          await before?.();
          await expose(join(FOLDER, `${name}-${size.width}-${theme}.png`));
        }
      await resize(app, USUAL);
    },
    async shootForReadme(name) {
      if (!FOR_README) return;
      mkdirSync(README_FOLDER, { recursive: true });
      await frame(USUAL, 'light');
      await expose(join(README_FOLDER, `${name}.png`));
    },
  };
}

/** The size of the page it runs in. */
function sizeOfPage(): Size {
  return { width: window.innerWidth, height: window.innerHeight };
}

/** A window as large as the screen loses a pixel. */
function isAbout(is: Size, wanted: Size): boolean {
  return Math.abs(is.width - wanted.width) < 3 && Math.abs(is.height - wanted.height) < 3;
}

/** Gives the window's content this size. */
async function resize(app: ElectronApplication, size: Size): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
    size,
  );
}
