import { describe, expect, it } from 'vitest';
import { findVoice } from '../../electron/command-line/find-voice.ts';
import { newVoice } from '../cloning/clone-world.ts';

const failed = { status: 'failed', fault: { code: 'refused' } } as const;
const VOICES = [
  newVoice({ id: 'v1', name: 'Ada' }),
  newVoice({ id: 'v2', name: 'Grace' }),
  newVoice({ id: 'v3', name: 'GRACE' }),
  newVoice({ id: 'v4', name: 'Alan', server: 'https://a2e.example' }),
  newVoice({ id: 'v5', name: 'Ada', state: failed }),
  newVoice({ id: 'v6', name: 'Eve', state: failed }),
  newVoice({ id: 'v7', name: 'Eve', state: failed }),
  newVoice({ id: 'v8', name: 'v1' }),
];

describe('a voice is found', () => {
  it.each([
    { what: 'by its name', asked: 'Ada', id: 'v1' },
    { what: 'by its name in any case, with spaces around it', asked: ' aDA ', id: 'v1' },
    { what: 'by its id', asked: 'v2', id: 'v2' },
    { what: 'by its id above all, even where another has it as a name', asked: 'v1', id: 'v1' },
    { what: 'by its id on another server', asked: 'v4', id: 'v4' },
    { what: 'before a failed one of the same name', asked: 'ada', id: 'v1' },
    { what: 'by its id where it failed', asked: 'v5', id: 'v5' },
    { what: 'the latest where all of that name failed', asked: 'Eve', id: 'v7' },
  ])('$what', ({ asked, id }) => {
    expect(findVoice(VOICES, asked, 'local')).toMatchObject({ ok: true, value: { id } });
  });

  it.each([
    { what: 'nobody has the name', asked: 'Bob', code: 'voice-not-found' },
    { what: 'it is only a part of the name', asked: 'Ad', code: 'voice-not-found' },
    { what: 'nothing is named', asked: '', code: 'voice-not-found' },
    { what: 'the name lives on another server', asked: 'Alan', code: 'voice-not-found' },
    { what: 'two have the name', asked: 'Grace', code: 'voice-ambiguous' },
  ])('never by guessing: $what', ({ asked, code }) => {
    expect(findVoice(VOICES, asked, 'local')).toEqual({
      ok: false,
      fault: { code, facts: { name: asked } },
    });
  });
});
