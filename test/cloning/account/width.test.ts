import { expect, it } from 'vitest';
import { createWidth } from '../../../electron/cloning/account/width.ts';

/** Calls to a server, one after the other, as many as are given to it; answers how often it refused. */
function play(lines: number, refuses: (width: number, call: number) => boolean) {
  const width = createWidth(() => 4);
  let refused = 0;
  let widths = 0;
  for (let done = 0, call = 1; done < lines; call++) {
    widths += width.now();
    if (refuses(width.now(), call)) {
      refused++;
      width.refused(width.refusals());
    } else {
      width.worked();
      done++;
    }
  }
  return { refused, mean: widths / (lines + refused) };
}

it('a server that takes less than it was said to is soon given no more than it takes', () => {
  const { refused, mean } = play(2000, (width) => width > 2);
  expect(refused).toBeLessThan(20);
  expect(mean).toBeGreaterThan(1.8);
});

it('one that refuses now and then, whatever it is given, is given as much again in between', () => {
  const { mean } = play(400, (_width, call) => call % 40 === 0);
  expect(mean).toBeGreaterThan(3.3);
});

it('is never less than one, nor more than it is said to be by now', () => {
  let full = 4;
  const width = createWidth(() => full);
  for (let i = 0; i < 9; i++) width.refused(width.refusals());
  expect(width.now()).toBe(1);
  for (let i = 0; i < 5000; i++) width.worked();
  expect(width.now()).toBe(4);
  full = 2;
  expect(width.now()).toBe(2);
});
