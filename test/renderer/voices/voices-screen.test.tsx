// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Receipt } from '../../../electron/cloning/voice/receipt.ts';
import { ok } from '../../../electron/result.ts';
import { VoicesScreen } from '../../../renderer/voices/voices-screen.tsx';
import { clip, snapshot, take, voice } from '../examples.ts';
import type { FakeBridge } from '../fake-bridge.ts';
import { openWindow } from '../open-window.tsx';

afterEach(cleanup);

const ada = voice('ada', { name: 'Ada', createdAt: 2, tags: ['calm'] });
const opa = voice('opa', { name: 'Opa', createdAt: 1, language: 'nl' });
const cards = () => screen.queryAllByRole('article').map((card) => card.getAttribute('aria-label'));

test('voices are looked for as one types, and all are shown again', async () => {
  await openWindow(<VoicesScreen />, { open: snapshot({ voices: [ada, opa] }) });
  expect(cards()).toEqual(['Ada', 'Opa']);
  fireEvent.change(screen.getByLabelText('Look for a voice'), { target: { value: 'dutch' } });
  await waitFor(() => expect(cards()).toEqual(['Opa']));
  expect(screen.getByText('1 of 2 voices')).toBeTruthy();
  fireEvent.change(screen.getByLabelText('Look for a voice'), { target: { value: 'nobody' } });
  await waitFor(() => expect(cards()).toEqual([]));
  fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
  await waitFor(() => expect(cards()).toEqual(['Ada', 'Opa']));
});

test('a voice that is gone says so, and is made again of its recording with one click', async () => {
  const gone = voice('ada', { name: 'Ada', state: { status: 'gone', at: 1, remoteId: 'r' } });
  const bridge = await openWindow(<VoicesScreen />, {
    open: snapshot({ voices: [gone], takes: [take('t1', 20)] }),
    answers: { 'voice.rebuild': () => ok(gone) },
  });
  expect(screen.getByText('This computer does not know this voice any more.')).toBeTruthy();
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Make it again' })));
  expect(bridge.calls.at(-1)).toEqual({ name: 'voice.rebuild', ask: { voiceId: 'ada' } });
});

test('a voice that is gone and has no recording here offers to record again', async () => {
  const gone = voice('ada', { state: { status: 'gone', at: 1 } });
  await openWindow(<VoicesScreen />, { open: snapshot({ voices: [gone] }) });
  expect(screen.queryByRole('button', { name: 'Make it again' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Record again' })).toBeTruthy();
});

test('an unused MiniMax voice on an account warns, and says a line to be kept', async () => {
  const server = 'https://a.example';
  const old = voice('ada', { model: 'minimax', server, updatedAt: Date.now() - 6.5 * 86_400_000 });
  const account = { ...snapshot().server, id: server, name: 'A2E', kind: 'remote' } as const;
  const bridge = await openWindow(<VoicesScreen />, {
    open: snapshot({ voices: [old], servers: [account] }),
    answers: {
      'voices.sync': () => ({ ok: false, fault: { code: 'offline' } }),
      'voice.keepAlive': () => ok({ clipId: 'c', jobId: 'j', isAsked: true }),
    },
  });
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Have it say today’s date' })));
  expect(bridge.calls.at(-1)).toEqual({ name: 'voice.keepAlive', ask: { voiceId: 'ada' } });
});

test('the short line of a voice is asked for once, and is then there to be played', async () => {
  const bridge: FakeBridge = await openWindow(<VoicesScreen />, {
    open: snapshot({ voices: [ada] }),
    answers: { 'voice.preview': () => ok({ clipId: 'c', jobId: 'j', isAsked: true }) },
  });
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Hear it' })));
  const text = 'Good morning. This is how my voice sounds when I read aloud.';
  await act(async () => bridge.tell('audition.changed', clip('c', { voiceId: 'ada', text })));
  expect(screen.queryByRole('button', { name: 'Hear it' })).toBeNull();
  expect(screen.getByLabelText('Position in a line of Ada')).toBeTruthy();
});

test('what was deleted leaves a receipt that says what is not known', async () => {
  const bridge: FakeBridge = await openWindow(<VoicesScreen />, { open: snapshot({ voices: [ada, opa] }) });
  const receipt: Receipt = {
    ...{ id: 'r', at: Date.now(), where: 'everywhere', recordings: 1 },
    voice: { id: 'ada', name: 'Ada', model: 'a2e', server: 'local' },
    clones: [{ server: 'local', remoteId: 'clone-7', at: 1, end: 'deleted' }],
  };
  await act(async () => bridge.tell('receipt.added', receipt));
  const card = screen.getByRole('article', { name: 'Receipt for Ada' });
  expect(within(card).getByText(/clone-7/)).toBeTruthy();
  expect(within(card).getByText(/no call to delete an uploaded sample/)).toBeTruthy();
  await act(async () => fireEvent.click(within(card).getByRole('button', { name: 'Close' })));
  expect(screen.queryByRole('article', { name: 'Receipt for Ada' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Receipts' }));
  expect(screen.getByRole('article', { name: 'Receipt for Ada' })).toBeTruthy();
});

test('the server’s own voices are listed, marked, and added to one’s own', async () => {
  const aria = { id: 'tts-1', name: 'Aria', gender: 'female', stock: 'slt' } as const;
  const added = voice('aria', {
    name: 'Aria',
    origin: { is: 'public' },
    takeIds: [],
    state: { status: 'completed', remoteId: 'tts-1', stock: 'slt' },
  });
  const bridge: FakeBridge = await openWindow(<VoicesScreen />, {
    open: snapshot({ voices: [ada] }),
    answers: {
      'server.publicVoices': () => ok([aria]),
      'server.addPublicVoice': () => {
        bridge.tell('voice.changed', added);
        return ok(added);
      },
    },
  });
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Server’s own' })));
  const panel = within(screen.getByRole('region', { name: 'Voices of This computer' }));
  expect(panel.getByText('stock voice')).toBeTruthy();
  await act(async () => fireEvent.click(panel.getByRole('button', { name: 'Add Aria' })));
  expect(bridge.calls.at(-1)).toEqual({
    name: 'server.addPublicVoice',
    ask: { serverId: 'local', voice: aria, language: 'en' },
  });
  expect(panel.getByRole('button', { name: 'Aria is among your voices' })).toBeTruthy();
  expect(screen.getByText('A voice of the server itself: nobody’s clone of yours.')).toBeTruthy();
});
