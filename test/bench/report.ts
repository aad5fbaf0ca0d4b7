import { test } from '@playwright/test';
import type { Figure } from './figure.ts';

/** The name under which figures travel from a bench to the table. */
export const FIGURE = 'figure';

/** Hands figures of the running bench to the table. */
export async function report(...figures: readonly Figure[]): Promise<void> {
  for (const figure of figures)
    await test.info().attach(FIGURE, { body: JSON.stringify(figure), contentType: 'application/json' });
}
