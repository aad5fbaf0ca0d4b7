// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Calls } from '../../../electron/contract/calls.ts';
import { ok } from '../../../electron/result.ts';
import { SpeechDesk } from '../../../renderer/speak/speech-desk.tsx';
import { job, snapshot, voice } from '../examples.ts';
import { openWindow } from '../open-window.tsx';

afterEach(cleanup);

const VOICES = [
  voice('v1', { name: 'Ada', createdAt: 2_000 }),
  voice('v2', { name: 'Luc', language: 'fr' }),
  voice('v3', { name: 'Léa', language: 'fr', state: { status: 'sent', remoteId: 'r' } }),
];
const press = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })));

async function write(answer: Calls['speech.language']['answer']) {
  const bridge = await openWindow(<SpeechDesk />, {
    open: snapshot({ voices: VOICES }),
    answers: { 'speech.language': () => answer, 'speech.say': () => ok(job('j')) },
  });
  await act(async () =>
    fireEvent.change(screen.getByRole('textbox', { name: 'Text to speak' }), {
      target: { value: 'Bonjour' },
    }),
  );
  await press('Speak');
  return () => bridge.calls.filter(({ name }) => name === 'speech.say').map(({ ask }) => ask);
}

const doubted = ok([{ voiceId: 'v1', looks: 'fr' }]);

test('a text in another language is asked for only when a person says so, and that is said once', async () => {
  const said = await write(doubted);
  expect(screen.getByRole('alert').textContent).toContain('This text looks French. Ada speaks English.');
  expect(said()).toEqual([]);
  await press('Speak it all the same');
  await press('Speak');
  expect(said()).toEqual(Array(2).fill({ voiceId: 'v1', text: 'Bonjour' }));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a voice that is ready and speaks that language is offered', async () => {
  const said = await write(doubted);
  expect(screen.queryByRole('button', { name: 'Choose Léa' })).toBeNull();
  await press('Choose Luc');
  expect(screen.queryByRole('alert')).toBeNull();
  expect(said(), 'choosing is not speaking').toEqual([]);
  expect(screen.getByRole('button', { name: 'Voice' }).textContent).toBe('Luc');
});

test('where nothing is doubted it is spoken at once', async () => {
  expect((await write(ok([])))()).toHaveLength(1);
});
