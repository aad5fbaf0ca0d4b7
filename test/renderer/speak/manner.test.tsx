// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ok } from '../../../electron/result.ts';
import { SpeechDesk } from '../../../renderer/speak/speech-desk.tsx';
import { clip, snapshot, voice } from '../examples.ts';
import { openWindow } from '../open-window.tsx';

afterEach(cleanup);

const ADA = voice('v1', { name: 'Ada', speed: 0.8, pronunciations: [{ word: 'SQL', spoken: 'sequel' }] });
const press = (control: HTMLElement) => act(async () => fireEvent.click(control));
const type = (control: HTMLElement, value: string) =>
  act(async () => fireEvent.change(control, { target: { value } }));

async function show() {
  const bridge = await openWindow(<SpeechDesk />, {
    open: snapshot({
      voices: [ADA],
      auditions: [clip('heard', { text: 'see ee oh', voiceId: 'v1' })],
    }),
    answers: {
      'voice.describe': () => ok(ADA),
      'voice.preview': () => ok({ clipId: 'c', jobId: 'j', isAsked: true }),
      'speech.estimate': () => ok({ characters: 5, requests: 1 }),
      'speech.say': () => ok({ id: 'j', kind: 'speak', createdAt: 1, voiceId: 'v1', state: DONE }),
    },
  });
  const asks = (name: string) => bridge.calls.filter((each) => each.name === name).map(({ ask }) => ask);
  return { asks };
}
const DONE = { status: 'canceled', at: 1 } as const;

test('a voice speaks at its own speed; another one is kept with it when that is asked for', async () => {
  const { asks } = await show();
  const slider = screen.getByRole('slider', { name: 'Speed' });
  expect(slider.getAttribute('aria-valuetext')).toBe('0.8×');
  expect(screen.queryByRole('button', { name: 'Keep speed' })).toBeNull();
  await type(screen.getByRole('textbox', { name: 'Text to speak' }), 'Hi');
  await press(screen.getByRole('button', { name: 'Speak' }));
  expect(asks('speech.say')).toEqual([{ voiceId: 'v1', text: 'Hi' }]);
  await act(async () => fireEvent.keyDown(slider, { key: 'ArrowRight' }));
  await press(screen.getByRole('button', { name: 'Speak' }));
  expect(asks('speech.say').at(-1)).toEqual({ voiceId: 'v1', text: 'Hi', speed: 0.85 });
  await press(screen.getByRole('button', { name: 'Keep speed' }));
  expect(asks('voice.describe')).toEqual([{ voiceId: 'v1', speed: 0.85 }]);
  expect(slider.getAttribute('aria-valuetext'), 'as the voice says again').toBe('0.8×');
});

test('words are said otherwise in this text alone, or whenever the voice speaks', async () => {
  const { asks } = await show();
  await press(screen.getByRole('button', { name: 'Words · 1' }));
  const own = within(screen.getByRole('group', { name: 'Words of this text' }));
  await press(own.getByRole('button', { name: 'Add a word' }));
  await type(own.getByRole('textbox', { name: 'Word' }), 'CEO');
  await type(own.getByRole('textbox', { name: 'How CEO is said' }), 'see ee oh');
  await type(screen.getByRole('textbox', { name: 'Text to speak' }), 'The CEO.');
  await press(screen.getByRole('button', { name: 'Speak' }));
  const pronunciations = [{ word: 'CEO', spoken: 'see ee oh' }];
  expect(asks('speech.say')).toEqual([{ voiceId: 'v1', text: 'The CEO.', pronunciations }]);

  const always = within(screen.getByRole('form', { name: 'How Ada speaks' }));
  await press(always.getByRole('button', { name: 'Take out SQL' }));
  await press(always.getByRole('button', { name: 'Save' }));
  expect(asks('voice.describe')).toEqual([{ voiceId: 'v1', speed: 0.8, pronunciations: [] }]);
});

test('a word is heard as it is said; what was heard before is there', async () => {
  const { asks } = await show();
  await press(screen.getByRole('button', { name: 'Words · 1' }));
  const always = within(screen.getByRole('group', { name: 'Words of Ada' }));
  await press(always.getByRole('button', { name: 'Hear it' }));
  expect(asks('voice.preview')).toEqual([{ voiceId: 'v1', words: 'sequel' }]);
  const said = always.getByRole('textbox', { name: 'How SQL is said' });
  await type(said, 'see ee oh');
  await act(async () => fireEvent.blur(said));
  expect(always.getByRole('button', { name: 'Play' })).toBeTruthy();
});
