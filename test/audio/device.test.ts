import { describe, expect, it } from 'vitest';
import { findMicrophone, isNarrowBand } from '../../renderer/audio/device.ts';

describe('a microphone that hears like a telephone', () => {
  it.each([
    { label: 'Built-in Audio Analog Stereo', sampleRate: 48_000, narrow: false },
    { label: 'USB microphone', sampleRate: 44_100, narrow: false },
    { label: 'Old webcam', sampleRate: 16_000, narrow: true },
    { label: 'Headset', sampleRate: 8000, narrow: true },
    { label: 'Headset', sampleRate: 48_000, mostHz: 16_000, narrow: true },
    { label: 'Headset (WH-1000XM4 Hands-Free AG Audio)', sampleRate: 48_000, narrow: true },
    { label: 'WH-1000XM4 (HSP/HFP)', sampleRate: 48_000, narrow: true },
    { label: 'Handsfree', sampleRate: 48_000, narrow: true },
  ])('$label at $sampleRate Hz: $narrow', ({ narrow, ...track }) => {
    expect(isNarrowBand(track)).toBe(narrow);
  });
});

describe('the chosen microphone', () => {
  const desk = { id: 'a1', name: 'Desk', groupId: 'g1' };
  const twin = { id: 'a2', name: 'Desk', groupId: 'g2' };
  const other = { id: 'b1', name: 'Camera', groupId: 'g3' };
  it.each([
    { when: 'it has its id', there: [other, desk], id: 'a1', name: 'Renamed', group: null, found: desk },
    { when: 'it has another id', there: [other, desk], id: 'a0', name: 'Desk', group: 'g0', found: desk },
    { when: 'its twin is there too', there: [desk, twin], id: 'a0', name: 'Desk', group: 'g2', found: twin },
    {
      when: 'only twins are there',
      there: [desk, twin],
      id: 'a0',
      name: 'Desk',
      group: 'g0',
      found: undefined,
    },
    { when: 'it is not there', there: [other], id: 'a1', name: 'Desk', group: 'g1', found: undefined },
    { when: 'none was chosen', there: [desk], id: null, name: null, group: null, found: undefined },
    {
      when: 'nothing may be known yet',
      there: [{ id: '', name: 'Microphone 1' }],
      id: 'a1',
      name: null,
      group: null,
      found: undefined,
    },
  ])('is found, or not, when $when', ({ there, id, name, group, found }) => {
    expect(findMicrophone(there, { microphoneId: id, microphoneName: name, microphoneGroup: group })).toBe(
      found,
    );
  });
});
