import { beforeEach, describe, expect, it } from 'vitest';
import type { Voice } from '../../electron/cloning/voice/voice.ts';
import { openVoiceShelf, type VoiceShelf } from '../../electron/library/voice-shelf.ts';
import { newVoice } from '../cloning/clone-world.ts';
import { memoryStore, memoryStores } from './memory-store.ts';

const ada = newVoice({ id: 'ada', createdAt: 2 });
const grace = newVoice({ id: 'grace', createdAt: 1 });

describe('the voices', () => {
  it('are none where nothing was kept', () => {
    expect(openVoiceShelf(() => memoryStore()).list()).toEqual([]);
  });

  it('are there after a restart, the oldest first', () => {
    const store = memoryStore();
    const shelf = openVoiceShelf(() => store);
    expect(shelf.save(ada)).toEqual({ ok: true, value: ada });
    shelf.save(grace);
    for (const each of [shelf, openVoiceShelf(() => store)]) {
      expect(each.list()).toEqual([grace, ada]);
      expect(each.get('ada')).toEqual(ada);
    }
  });

  it.each<{ state: Voice['state'] }>([
    { state: { status: 'uploading' } },
    { state: { status: 'sent', remoteId: 'r' } },
    { state: { status: 'processing', remoteId: 'r', wireStatus: 'queued' } },
    { state: { status: 'completed', remoteId: 'r' } },
    { state: { status: 'completed', remoteId: 'r', speakerId: 's', speakId: 's', stock: 'slt' } },
    { state: { status: 'gone', at: 4, remoteId: 'r' } },
    { state: { status: 'failed', fault: { code: 'refused', detail: 'no', facts: { a: 1 } }, remoteId: 'r' } },
  ])('keep every state: $state.status', ({ state }) => {
    const store = memoryStore();
    openVoiceShelf(() => store).save({ ...ada, state });
    expect(openVoiceShelf(() => store).get('ada')?.state).toEqual(state);
  });

  it('keep what else is known of them', () => {
    const store = memoryStore();
    const past = {
      why: 'rebuilt',
      until: 5,
      server: 'local',
      model: 'a2e',
      remoteId: 'r0',
      takeIds: ['t'],
    } as const;
    const known: Voice = {
      ...ada,
      ...{ region: 'GB', groupId: 'g', tags: ['calm'], note: 'For the museum.', usedAt: 7, history: [past] },
      origin: { is: 'account', engine: 'sonic' },
    };
    openVoiceShelf(() => store).save(known);
    expect(openVoiceShelf(() => store).get('ada')).toEqual(known);
  });

  it('that were removed are gone after a restart too', () => {
    const store = memoryStore();
    const shelf = openVoiceShelf(() => store);
    shelf.save(ada);
    shelf.save(grace);
    expect(shelf.remove('ada')).toEqual({ ok: true });
    expect(shelf.list()).toEqual([grace]);
    expect(openVoiceShelf(() => store).list()).toEqual([grace]);
  });
});

describe('entries that this version cannot read', () => {
  const strange = {
    newer: { ...ada, id: 'newer', state: { status: 'dreaming' } },
    moved: ada,
    none: null,
    text: 'a voice',
  };

  it('are not listed and stay in the file as they are, whatever else is saved or removed', () => {
    const store = memoryStore({ voices: { ...strange, grace } });
    const shelf = openVoiceShelf(() => store);
    expect(shelf.list()).toEqual([grace]);
    shelf.save(ada);
    shelf.remove('grace');
    expect(store.content['voices']).toEqual({ ...strange, ada });
  });

  it.each([{ voices: null }, { voices: 'none' }, { voices: 7 }, { voices: [] }])(
    'are no trouble where there are no voices at all: %j',
    (content) => {
      const store = memoryStore(content);
      const shelf = openVoiceShelf(() => store);
      expect(shelf.list()).toEqual([]);
      expect(shelf.save(ada).ok).toBe(true);
      expect(openVoiceShelf(() => store).list()).toEqual([ada]);
    },
  );

  it('and what a newer version added to a voice stays with it', () => {
    const store = memoryStore({ voices: { ada: { ...ada, colour: 'red' } } });
    const shelf = openVoiceShelf(() => store);
    const voice = shelf.get('ada');
    if (voice) shelf.save({ ...voice, name: 'Ada L.' });
    expect(store.content['voices']).toMatchObject({ ada: { name: 'Ada L.', colour: 'red' } });
  });
});

describe('a file that cannot be written', () => {
  it('leaves the voices as they were, here and there', () => {
    const store = memoryStore();
    const shelf = openVoiceShelf(() => store);
    shelf.save(ada);
    store.refuse('ENOSPC');
    const refused = { ok: false, fault: { code: 'settings-not-written', detail: 'ENOSPC' } };
    expect(shelf.save({ ...ada, name: 'Eve' })).toEqual(refused);
    expect(shelf.save(grace)).toEqual(refused);
    expect(shelf.remove('ada')).toEqual(refused);
    expect(shelf.list()).toEqual([ada]);
    store.refuse(null);
    shelf.save({ ...ada, updatedAt: 9 });
    expect(store.content['voices']).toEqual({ ada: { ...ada, updatedAt: 9 } });
  });
});

describe('many voices', () => {
  const one = (at: number) => newVoice({ id: `v${at}`, createdAt: at });
  const many = (count: number) => Array.from({ length: count }, (_, at) => one(at));
  const save = (shelf: VoiceShelf, count: number) =>
    shelf.saveAll({
      ids: many(count).map(({ id }) => id),
      make: (id) => one(Number(id.slice(1))),
      onKept: (voices) => void told.push(voices.length),
    });
  const told: number[] = [];
  beforeEach(() => void told.splice(0));

  it('that are saved together are all there after a restart, in order', async () => {
    const stores = memoryStores();
    expect(await save(openVoiceShelf(stores.open), 501)).toEqual({ ok: true });
    expect(told).toEqual([200, 200, 101]);
    expect(openVoiceShelf(stores.open).list()).toEqual(many(501));
  });

  it('that were removed while the others were being saved do not come back', async () => {
    const shelf = openVoiceShelf(memoryStores().open);
    await save(shelf, 500);
    const saving = shelf.saveAll({
      ids: many(500).map(({ id }) => id),
      make: (id) => shelf.get(id),
      onKept: () => undefined,
    });
    shelf.remove('v499');
    await saving;
    expect(shelf.list()).toHaveLength(499);
  });

  it('that cannot all be written are kept as far as they could be, and the rest is not listed', async () => {
    const stores = memoryStores();
    const shelf = openVoiceShelf(stores.open);
    await save(shelf, 200);
    stores.refuse('voices-3', 'ENOSPC');
    expect(await save(shelf, 700)).toMatchObject({
      fault: { code: 'settings-not-written', detail: 'ENOSPC' },
    });
    for (const each of [shelf, openVoiceShelf(stores.open)]) expect(each.list()).toHaveLength(400);
  });
});
