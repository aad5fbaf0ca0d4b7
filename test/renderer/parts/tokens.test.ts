import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const css = await readFile(new URL('../../../renderer/parts/tokens.css', import.meta.url), 'utf8');

function colour(token: string, theme: 'light' | 'dark'): string {
  const found = new RegExp(`--${token}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css);
  if (found === null) throw new Error(`no token ${token}`);
  return found[theme === 'light' ? 1 : 2] ?? '';
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours, 1–21, WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const TEXT: readonly (readonly [string, readonly string[]])[] = [
  ['ink', ['ground', 'surface', 'paper', 'sunken', 'hover', 'act-soft', 'fail-soft', 'warn-soft']],
  ['ink-soft', ['ground', 'surface', 'paper', 'sunken', 'hover', 'act-soft', 'fail-soft']],
  ['act', ['ground', 'surface', 'act-soft', 'hover']],
  ['on-act', ['act', 'act-strong']],
  ['ok', ['ground', 'surface']],
  ['warn', ['ground', 'surface', 'warn-soft']],
  ['fail', ['ground', 'surface', 'paper', 'act-soft']],
];
const CONTROLS: readonly (readonly [string, readonly string[]])[] = [
  ['edge', ['ground', 'surface', 'paper']],
  ['record', ['ground', 'surface']],
  ['on-record', ['record']],
  ['wave', ['surface', 'ground']],
  ['focus', ['ground', 'surface', 'paper']],
];

function pairs(rows: typeof TEXT) {
  return rows.flatMap(([front, backs]) =>
    backs.flatMap((back) => [[front, back, 'light'] as const, [front, back, 'dark'] as const]),
  );
}

test.each(pairs(TEXT))('%s on %s can be read in %s', (front, back, theme) => {
  expect(contrast(colour(front, theme), colour(back, theme))).toBeGreaterThanOrEqual(4.5);
});

test.each(pairs(CONTROLS))('%s on %s can be seen in %s', (front, back, theme) => {
  expect(contrast(colour(front, theme), colour(back, theme))).toBeGreaterThanOrEqual(3);
});
