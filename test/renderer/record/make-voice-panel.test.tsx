// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ok } from '../../../electron/result.ts';
import { MakeVoicePanel } from '../../../renderer/record/make-voice-panel.tsx';
import { useSample } from '../../../renderer/record/use-sample.ts';
import { snapshot, take, voice } from '../examples.ts';
import { openWindow } from '../open-window.tsx';

afterEach(cleanup);

function Panel() {
  return <MakeVoicePanel sample={useSample()} onClose={() => undefined} />;
}
const submit = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Make the voice' });

test('a voice is made only with a name and consent, and of the chosen takes', async () => {
  const bridge = await openWindow(<Panel />, {
    open: snapshot({ takes: [take('t1', 20)] }),
    answers: { 'voice.make': () => ok(voice('made')) },
  });
  expect(submit().disabled).toBe(true);
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: ' Maria ' } });
  expect(submit().disabled).toBe(true);
  fireEvent.click(screen.getByLabelText('I am the speaker, or the speaker agreed to be cloned'));
  fireEvent.click(screen.getByLabelText('Male'));
  expect(submit().disabled).toBe(false);
  await act(async () => fireEvent.submit(screen.getByRole('form')));
  expect(bridge.calls.at(-1)).toEqual({
    name: 'voice.make',
    ask: { name: 'Maria', takeIds: ['t1'], model: 'a2e', language: 'en', gender: 'male', consent: true },
  });
});

test('a refusal is shown in the panel, and what was filled in stays', async () => {
  await openWindow(<Panel />, {
    open: snapshot({ takes: [take('t1', 20)] }),
    answers: { 'voice.make': () => ({ ok: false, fault: { code: 'sample-silent' } }) },
  });
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Maria' } });
  fireEvent.click(screen.getByLabelText('I am the speaker, or the speaker agreed to be cloned'));
  await act(async () => fireEvent.submit(screen.getByRole('form')));
  expect(screen.getByRole('alert')).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Maria');
});

test('a sample that is too short cannot be made a voice, and says what is missing', async () => {
  await openWindow(<Panel />, { open: snapshot({ takes: [take('t1', 4)] }) });
  expect(submit().disabled).toBe(true);
  expect(screen.getByText('6 s are missing. Record another: it adds up.')).toBeTruthy();
});
