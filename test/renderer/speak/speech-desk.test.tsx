// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ok } from '../../../electron/result.ts';
import { SpeechDesk } from '../../../renderer/speak/speech-desk.tsx';
import { job, snapshot, voice } from '../examples.ts';
import { openWindow } from '../open-window.tsx';

afterEach(cleanup);

const server = { ...snapshot().server, textLimit: 20 };
const text = () => screen.getByRole('textbox', { name: 'Text to speak' });
const button = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Speak' });

test('what is written is spoken by the voice in the field, with Ctrl and Enter too', async () => {
  const bridge = await openWindow(<SpeechDesk />, {
    open: snapshot({ server, voices: [voice('v1')] }),
    answers: { 'speech.say': () => ok(job('j')) },
  });
  fireEvent.change(text(), { target: { value: ' Hello there ' } });
  await act(async () => fireEvent.click(button()));
  await act(async () => fireEvent.keyDown(text(), { key: 'Enter', ctrlKey: true }));
  const asks = bridge.calls.filter((call) => call.name === 'speech.say').map((call) => call.ask);
  const ask = { voiceId: 'v1', text: 'Hello there', speed: 1 };
  expect(asks).toEqual([ask, ask]);
});

test('a text over the limit cannot be spoken, and says by how much', async () => {
  await openWindow(<SpeechDesk />, { open: snapshot({ server, voices: [voice('v1')] }) });
  fireEvent.change(text(), { target: { value: 'x'.repeat(23) } });
  expect(button().disabled).toBe(true);
  expect(screen.getByText('3 characters too many.')).toBeTruthy();
});

test('a voice in training can be chosen, and says that the line will wait', async () => {
  const training = voice('v1', { state: { status: 'sent', remoteId: 'r' } });
  await openWindow(<SpeechDesk />, { open: snapshot({ server, voices: [training] }) });
  fireEvent.change(text(), { target: { value: 'Hello' } });
  expect(button().disabled).toBe(false);
  expect(screen.getByText('In training: what you ask will wait.')).toBeTruthy();
});
