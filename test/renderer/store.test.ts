import { expect, test } from 'vitest';
import type { Snapshot } from '../../electron/contract/calls.ts';
import { createMirror, mirrorEvent } from '../../renderer/store.ts';
import { clip, job, snapshot, take, voice } from './examples.ts';
import { fakeBridge } from './fake-bridge.ts';

test('an event replaces the noun it names and leaves its neighbours as they are', () => {
  const before = snapshot({ takes: [take('a', 5), take('b', 6)] });
  const after = mirrorEvent(before, { name: 'take.changed', value: take('b', 9) });
  expect(after.takes.map((one) => one.samples / one.sampleRate)).toEqual([5, 9]);
  expect(after.takes[0]).toBe(before.takes[0]);
  expect(after.voices).toBe(before.voices);
});

test('a noun not seen before joins the end', () => {
  const after = mirrorEvent(snapshot(), { name: 'voice.changed', value: voice('new') });
  expect(after.voices.map((one) => one.id)).toEqual(['new']);
});

test('many voices at once replace those they name, and the new ones join the end', () => {
  const before = snapshot({ voices: [voice('a'), voice('b')] });
  const value = [voice('new'), voice('b', { name: 'Bea' })];
  const { voices } = mirrorEvent(before, { name: 'voices.changed', value });
  expect(voices.map(({ name }) => name)).toEqual(['Voice a', 'Bea', 'Voice new']);
  expect(voices[0]).toBe(before.voices[0]);
});

test('a noun that is gone leaves', () => {
  const before = snapshot({ clips: [clip('a'), clip('b')], jobs: [job('j')], takes: [take('t', 1)] });
  const events = [
    { name: 'clip.gone', value: { id: 'a' } },
    { name: 'job.gone', value: { id: 'j' } },
    { name: 'take.gone', value: { id: 't' } },
  ] as const;
  const after = events.reduce<Snapshot>(mirrorEvent, before);
  expect(after.clips.map((one) => one.id)).toEqual(['b']);
  expect(after.jobs).toEqual([]);
  expect(after.takes).toEqual([]);
});

test('single values are replaced whole', () => {
  const settings = { ...snapshot().settings, bitDepth: 24 } as const;
  expect(mirrorEvent(snapshot(), { name: 'settings.changed', value: settings }).settings).toBe(settings);
  expect(mirrorEvent(snapshot(), { name: 'microphone.changed', value: 'denied' }).microphone).toBe('denied');
});

test('events that come before the first answer are not lost, and keep their order', async () => {
  let answer: (value: Snapshot) => void = () => undefined;
  const bridge = fakeBridge(
    () =>
      new Promise<Snapshot>((resolve) => {
        answer = resolve;
      }),
  );
  const mirror = createMirror(bridge);
  const opening = mirror.open();
  bridge.tell('take.changed', take('a', 1));
  bridge.tell('take.changed', take('a', 2));
  bridge.tell('clip.gone', { id: 'old' });
  expect(mirror.read()).toBeNull();
  answer(snapshot({ clips: [clip('old')] }));
  await opening;
  expect(mirror.read()?.takes.map((one) => one.samples)).toEqual([96_000]);
  expect(mirror.read()?.clips).toEqual([]);
});

test('listeners hear each change until they leave, and a closed mirror hears nothing', async () => {
  const bridge = fakeBridge(() => snapshot());
  const mirror = createMirror(bridge);
  await mirror.open();
  let heard = 0;
  const leave = mirror.subscribe(() => heard++);
  bridge.tell('take.changed', take('a', 1));
  expect(heard).toBe(1);
  leave();
  bridge.tell('take.changed', take('a', 2));
  expect(heard).toBe(1);
  mirror.close();
  bridge.tell('take.gone', { id: 'a' });
  expect(mirror.read()?.takes).toHaveLength(1);
});
