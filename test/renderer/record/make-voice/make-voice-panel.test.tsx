// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ok } from '../../../../electron/result.ts';
import { MakeVoicePanel } from '../../../../renderer/record/make-voice/make-voice-panel.tsx';
import { useSample } from '../../../../renderer/record/sample/use-sample.ts';
import { sampleOf, snapshot, take, voice } from '../../examples.ts';
import type { FakeBridge } from '../../fake-bridge.ts';
import { openWindow } from '../../open-window.tsx';

afterEach(cleanup);

function Panel() {
  return <MakeVoicePanel sample={useSample()} onClose={() => undefined} />;
}
const submit = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Make the voice' });

const recorded = take('t1', 20);
const file = take('t1', 20, { source: { kind: 'file', fileName: 'ada.wav' } });

test('a voice of a file is made only with a name and when its speaker agreed', async () => {
  const silent = sampleOf([file], { consent: null });
  const agreed = sampleOf([file], { consent: { at: 1, how: 'ticked' } });
  const bridge: FakeBridge = await openWindow(<Panel />, {
    open: snapshot({ takes: [file], sample: silent }),
    answers: {
      'voice.make': () => ok(voice('made')),
      'sample.agree': () => {
        bridge.tell('sample.changed', agreed);
        return ok(agreed);
      },
    },
  });
  expect(submit().disabled).toBe(true);
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: ' Maria ' } });
  expect(submit().disabled).toBe(true);
  await act(async () => fireEvent.click(screen.getByRole('checkbox', { name: /agreed/ })));
  fireEvent.click(screen.getByLabelText('Male'));
  expect(submit().disabled).toBe(false);
  await act(async () => fireEvent.submit(screen.getByRole('form')));
  expect(bridge.calls.at(-1)).toEqual({
    name: 'voice.make',
    ask: { name: 'Maria', model: 'a2e', language: 'en', gender: 'male' },
  });
});

test('a voice of what was recorded here needs the spoken consent: there is nothing to tick', async () => {
  await openWindow(<Panel />, {
    open: snapshot({ takes: [recorded], sample: sampleOf([recorded], { consent: null }) }),
  });
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Maria' } });
  expect(screen.queryByRole('checkbox', { name: /agree/ })).toBeNull();
  expect(submit().disabled).toBe(true);
  expect(screen.getByText('The line of consent has to be read aloud.')).toBeTruthy();
});

test('a refusal is shown in the panel, and what was filled in stays', async () => {
  await openWindow(<Panel />, {
    open: snapshot({ takes: [recorded], sample: sampleOf([recorded]) }),
    answers: { 'voice.make': () => ({ ok: false, fault: { code: 'sample-silent' } }) },
  });
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Maria' } });
  await act(async () => fireEvent.submit(screen.getByRole('form')));
  expect(screen.getByRole('alert')).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Maria');
});

test('a sample that is too short cannot be made a voice, and says what is missing', async () => {
  const short = take('t1', 4);
  await openWindow(<Panel />, { open: snapshot({ takes: [short], sample: sampleOf([short]) }) });
  expect(submit().disabled).toBe(true);
  expect(screen.getByText('6 s are missing. Record another: it adds up.')).toBeTruthy();
});

test('several engines make a voice each of the one sample', async () => {
  const bridge = await openWindow(<Panel />, {
    open: snapshot({ takes: [recorded], sample: sampleOf([recorded]) }),
    answers: { 'voice.make': () => ok(voice('made')) },
  });
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Maria' } });
  fireEvent.click(screen.getByLabelText(/Try several engines/));
  expect(screen.getByText('4 voices of the same recording; each costs as a training does.')).toBeTruthy();
  fireEvent.click(screen.getByLabelText('ElevenLabs'));
  expect(screen.getByRole('button', { name: 'Make 3 voices' })).toBeTruthy();
  await act(async () => fireEvent.submit(screen.getByRole('form')));
  expect(bridge.calls.at(-1)?.ask).toMatchObject({ model: 'a2e', alsoModels: ['minimax', 'cartesia'] });
});

test('what it is for recommends an engine with its reason, and chooses it', async () => {
  const changed: unknown[] = [];
  await openWindow(<Panel />, {
    open: snapshot({ takes: [recorded], sample: sampleOf([recorded]) }),
    answers: {
      'sample.change': (ask) => {
        changed.push(ask);
        return ok(sampleOf([recorded]));
      },
    },
  });
  fireEvent.click(screen.getByLabelText('Which language will it speak?'));
  const find = screen.getByRole('combobox', { name: 'Look for' });
  fireEvent.change(find, { target: { value: 'suomi' } });
  await act(async () => fireEvent.keyDown(find, { key: 'Enter' }));
  expect(screen.getByText('MiniMax is the only one that speaks Finnish.')).toBeTruthy();
  expect(changed).toEqual([{ model: 'minimax' }]);
});
