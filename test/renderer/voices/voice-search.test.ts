import { describe, expect, it } from 'vitest';
import { findVoices } from '../../../electron/cloning/voice/find-voices.ts';
import { allTags, inOrder, VOICE_ORDERS } from '../../../renderer/voices/voice-search.ts';
import { voice } from '../examples.ts';

const maria = voice('maria', { name: 'Maria, calm', createdAt: 1, usedAt: 90, tags: ['museum', 'calm'] });
const opa = voice('opa', {
  name: 'Opa',
  createdAt: 2,
  language: 'nl',
  model: 'minimax',
  note: 'For the mill.',
});
const zoe = voice('zoe', { name: 'Zoé 10', createdAt: 3, language: 'en', region: 'GB' });
const two = voice('two', { name: 'zoe 2', createdAt: 4, usedAt: 80, tags: ['museum'] });
const all = [maria, opa, zoe, two];
const ids = (voices: readonly { readonly id: string }[]) => voices.map(({ id }) => id);

describe('what is typed', () => {
  it.each([
    { typed: '', found: ['maria', 'opa', 'zoe', 'two'] },
    { typed: 'MAR', found: ['maria'] },
    { typed: 'calm maria', found: ['maria'] },
    { typed: 'museum', found: ['maria', 'two'] },
    { typed: 'mill', found: ['opa'] },
    { typed: 'minimax dutch', found: ['opa'] },
    { typed: 'nederlands', found: ['opa'] },
    { typed: 'uk', found: ['zoe'] },
    { typed: 'maria mill', found: [] },
  ])('“$typed” finds $found', ({ typed, found }) => {
    expect(ids(findVoices(all, { typed, tag: null }))).toEqual(found);
  });

  it('is looked for among those with the tag', () => {
    expect(ids(findVoices(all, { typed: 'zoe', tag: 'museum' }))).toEqual(['two']);
    expect(ids(findVoices(all, { typed: '', tag: 'museum' }))).toEqual(['maria', 'two']);
  });

  it('finds a voice by its new name once it has one', () => {
    findVoices(all, { typed: 'x', tag: null });
    expect(ids(findVoices([{ ...maria, name: 'Xenia' }], { typed: 'xen', tag: null }))).toEqual(['maria']);
  });
});

it.each([
  { order: 'newest', stand: ['two', 'zoe', 'opa', 'maria'] },
  { order: 'name', stand: ['maria', 'opa', 'two', 'zoe'] },
  { order: 'used', stand: ['maria', 'two', 'zoe', 'opa'] },
] as const)('in the order “$order” they stand $stand', ({ order, stand }) => {
  expect(ids(inOrder(all, order))).toEqual(stand);
});

it('the tags are each named once, by name', () => {
  expect(allTags(all)).toEqual(['calm', 'museum']);
});

it('a few that changed are put in their places among the others', () => {
  const many = Array.from({ length: 50 }, (_, i) => voice(`v${i}`, { name: `Voice ${i % 7}`, createdAt: i }));
  for (const order of VOICE_ORDERS) {
    const before = inOrder(many, order);
    const changed = [
      ...many.slice(0, 20),

      ...many.slice(30),
      voice('v20', { name: 'Anna', createdAt: 20, usedAt: 99 }),
      voice('new', { name: 'Zoe', createdAt: 500 }),
    ];
    expect(inOrder(changed, order, before)).toEqual(inOrder(changed, order));
  }
});
