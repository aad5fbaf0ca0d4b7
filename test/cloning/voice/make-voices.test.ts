import { describe, expect, it } from 'vitest';
import { makeVoices } from '../../../electron/cloning/voice/make-voices.ts';
import type { NewVoice } from '../../../electron/cloning/voice/voice-maker.ts';
import { fail, ok } from '../../../electron/result.ts';
import { newVoice } from '../clone-world.ts';

const ASK: NewVoice = {
  ...{ name: ' Ada ', server: 'local', model: 'a2e', language: 'sv', gender: 'female' },
  ...{ takeIds: ['take-1'], consent: { at: 1, how: 'ticked' } },
};

/** A maker that refuses these engines, when checking or only when making. */
function createMaker(refuses: { check?: string; make?: string } = {}) {
  const made: NewVoice[] = [];
  return {
    made,
    check: async (ask: NewVoice) =>
      ask.model === refuses.check ? fail('language-unsupported') : ok(undefined),
    make: async (ask: NewVoice) => {
      if (ask.model === refuses.make) return fail('settings-not-written');
      made.push(ask);
      return ok(newVoice({ id: `voice-${made.length}`, name: ask.name, model: ask.model }));
    },
  };
}
const newId = () => 'group-1';

describe('one sample to several engines', () => {
  it('makes a voice with each, named after it, in one group', async () => {
    const maker = createMaker();
    const answer = await makeVoices(ASK, ['cartesia', 'minimax', 'a2e'], { maker, newId });
    expect(answer.ok && answer.value.id).toBe('voice-1');
    expect(maker.made.map(({ name, model, groupId }) => [name, model, groupId])).toEqual([
      ['Ada · A2E', 'a2e', 'group-1'],
      ['Ada · Cartesia', 'cartesia', 'group-1'],
      ['Ada · MiniMax', 'minimax', 'group-1'],
    ]);
  });

  it('with one engine is a voice as ever, in no group', async () => {
    const maker = createMaker();
    await makeVoices(ASK, ['a2e'], { maker, newId });
    expect(maker.made).toEqual([ASK]);
  });

  it('makes none where one cannot be', async () => {
    const maker = createMaker({ check: 'minimax' });
    const answer = await makeVoices(ASK, ['cartesia', 'minimax'], { maker, newId });
    expect(answer).toEqual(fail('language-unsupported'));
    expect(maker.made).toEqual([]);
  });

  it('keeps what was made where a later one cannot be written', async () => {
    const maker = createMaker({ make: 'minimax' });
    const answer = await makeVoices(ASK, ['minimax'], { maker, newId });
    expect(answer.ok && answer.value.id).toBe('voice-1');
  });

  it('says why where not even the first can be made', async () => {
    const maker = createMaker({ make: 'a2e' });
    expect(await makeVoices(ASK, ['minimax'], { maker, newId })).toEqual(fail('settings-not-written'));
  });
});
