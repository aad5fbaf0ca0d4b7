// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { DraftView } from '../../../electron/contract/calls.ts';
import { fail, ok } from '../../../electron/result.ts';
import { SpeechDesk } from '../../../renderer/speak/speech-desk.tsx';
import { batch, job, snapshot, voice } from '../examples.ts';
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
  const ask = { voiceId: 'v1', text: 'Hello there' };
  expect(asks).toEqual([ask, ask]);
});

test('a text over the limit is spoken as lines, which the paper says before', async () => {
  const bridge = await openWindow(<SpeechDesk />, {
    open: snapshot({ server, voices: [voice('v1')] }),
    answers: {
      'speech.estimate': () => ok({ characters: 23, requests: 2, credits: 4 }),
      'batch.make': () => ok(batch('b')),
    },
  });
  fireEvent.change(text(), { target: { value: 'Good morning to you. And to you.' } });
  expect(await screen.findByText(/it becomes 2 lines, spoken one after the other/)).toBeTruthy();
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Speak · ~4 credits' })));
  expect(bridge.calls.filter((call) => call.name === 'batch.make').map((call) => call.ask)).toEqual([
    { name: '', voiceId: 'v1', from: { is: 'text', text: 'Good morning to you. And to you.' } },
  ]);
});

test('a document is shown before it is spoken', async () => {
  const draft: DraftView = {
    id: 'd1',
    kind: 'csv',
    lines: 240,
    voices: ['Eve'],
    first: [{ text: 'Once upon a time.', voice: 'Eve' }],
  };
  const bridge = await openWindow(<SpeechDesk />, {
    open: snapshot({ voices: [voice('v1')] }),
    answers: { 'document.read': () => ok(draft), 'batch.make': () => ok(batch('b')) },
  });
  const file = new File(['text,voice'], 'tales.csv');
  await act(async () =>
    fireEvent.change(screen.getByLabelText('Document to speak'), { target: { files: [file] } }),
  );
  const shown = within(await screen.findByRole('region', { name: 'tales' }));
  expect(shown.getByText('Table · 240 rows')).toBeTruthy();
  expect(shown.getByText('No voice here is called Eve: Voice v1 speaks instead.')).toBeTruthy();
  await act(async () => fireEvent.click(shown.getByRole('button', { name: 'Speak all 240 rows' })));
  expect(bridge.calls.find((call) => call.name === 'batch.make')?.ask).toEqual({
    ...{ name: 'tales', voiceId: 'v1' },
    from: { is: 'draft', id: 'd1' },
  });
  expect(screen.queryByRole('region', { name: 'tales' })).toBeNull();
});

test('a voice in training can be chosen, and says that the line will wait', async () => {
  const training = voice('v1', { state: { status: 'sent', remoteId: 'r' } });
  await openWindow(<SpeechDesk />, { open: snapshot({ server, voices: [training] }) });
  fireEvent.change(text(), { target: { value: 'Hello' } });
  expect(button().disabled).toBe(false);
  expect(screen.getByText('In training: what you ask will wait.')).toBeTruthy();
});

test('of several files dropped at once each is shown in its turn, also after one that cannot be read', async () => {
  const bridge = await openWindow(<SpeechDesk />, {
    open: snapshot({ server, voices: [voice('v1')] }),
    answers: {
      'document.read': ({ name }) =>
        name === 'film.mp4'
          ? fail('document-unknown', { facts: { name } })
          : ok({ id: name, kind: 'txt', lines: 1, first: [{ text: name }], voices: [] }),
    },
  });
  const files = ['one.txt', 'film.mp4', 'two.txt'].map((name) => new File(['x'], name));
  const paper = screen.getByRole('textbox', { name: 'Text to speak' });
  await act(async () => fireEvent.drop(paper, { dataTransfer: { files, types: ['Files'] } }));
  const shown = within(screen.getByRole('region', { name: 'one' }));
  expect(shown.getByText('2 more files follow.')).toBeTruthy();
  await act(async () => fireEvent.click(shown.getByRole('button', { name: 'Not now' })));
  expect(screen.getByRole('alert')).toBeTruthy();
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Go on with the next file' })));
  expect(screen.getByRole('region', { name: 'two' })).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
  expect(bridge.calls.filter(({ name }) => name === 'document.read')).toHaveLength(3);
});
