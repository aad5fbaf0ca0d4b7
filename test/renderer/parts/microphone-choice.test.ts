import { expect, test } from 'vitest';
import { microphoneOptions } from '../../../renderer/parts/microphone-choice.tsx';

const desk = { id: 'desk', name: 'Desk microphone' };
const chose = (microphoneId: string | null, microphoneName: string | null = null) => ({
  ...{ microphoneId, microphoneName, microphoneGroup: null },
});

test("the system's default stands first", () => {
  expect(microphoneOptions([desk], chose(null)).map((option) => option.words)).toEqual([
    "The system's default",
    'Desk microphone',
  ]);
});

test('a chosen microphone that is unplugged stays chosen, and says so', () => {
  const options = microphoneOptions([desk], chose('headset', 'Headset'));
  expect(options.at(-1)).toMatchObject({ value: 'headset', words: 'Headset', note: 'not plugged in' });
  expect(microphoneOptions([desk], chose('desk'))).toHaveLength(2);
});

test('a chosen microphone that came back under another id is the same one', () => {
  expect(microphoneOptions([desk], chose('desk-before', 'Desk microphone'))).toHaveLength(2);
});

test('a microphone without an id, as listed before permission, cannot be chosen', () => {
  expect(microphoneOptions([{ id: '', name: 'Microphone 1' }], chose(null))).toHaveLength(1);
});
