import { expect, test } from 'vitest';
import { microphoneOptions } from '../../../renderer/settings/microphone-section.tsx';

const desk = { id: 'desk', name: 'Desk microphone' };

test("the system's default stands first", () => {
  expect(microphoneOptions([desk], null).map((option) => option.words)).toEqual([
    "The system's default",
    'Desk microphone',
  ]);
});

test('a chosen microphone that is unplugged stays chosen, and says so', () => {
  const options = microphoneOptions([desk], 'headset');
  expect(options.at(-1)).toMatchObject({ value: 'headset', note: 'not plugged in' });
  expect(microphoneOptions([desk], 'desk')).toHaveLength(2);
});

test('a microphone without an id, as listed before permission, cannot be chosen', () => {
  expect(microphoneOptions([{ id: '', name: 'Microphone 1' }], null)).toHaveLength(1);
});
