import { describe, expect, test } from 'vitest';
import { fliteText, hasWords } from '../../electron/local-server/flite-text.ts';

describe('text as Flite reads it', () => {
  test.each([
    ['quotes made plain', '“It’s”', '"It\'s"'],
    ['a dash is a pause', 'now — or never', 'now, or never'],
    ['accents are taken off', 'Crème brûlée, Łódź, Straße', 'Creme brulee, Lodz, Strasse'],
    ['euros come after the number', '€12.50, 3 €', '12.50 euros, 3 euros'],
    ['pounds too', '£5.', '5 pounds.'],
    ['control characters and emoji are spaces', 'a\u0000b\u001b[2J 🙂 c', 'a b [2J c'],
    ['lines stay lines', 'one\r\ntwo\n\n\n\nthree', 'one \ntwo\n\nthree'],
    ['an option stays text', '-voice kal', '-voice kal'],
  ])('%s', (_name, text, plain) => {
    expect(fliteText(text)).toBe(plain);
  });

  test.each([
    ['a letter', 'a', true],
    ['a digit', '7', true],
    ['emoji', '🙂', false],
    ['signs', '... !?', false],
    ['nothing', '', false],
  ])('something to say: %s', (_name, text, has) => {
    expect(hasWords(text)).toBe(has);
  });
});
