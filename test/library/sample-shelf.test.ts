import { expect, test } from 'vitest';
import { EMPTY_DRAFT } from '../../electron/cloning/sample/sample-draft.ts';
import { openSampleShelf } from '../../electron/library/sample-shelf.ts';
import { memoryStore } from './memory-store.ts';

const PARTS = [{ takeId: 't', from: 4, to: 9, sentence: 2 }];

test('the sample in the making is there again at the next start', () => {
  const store = memoryStore();
  const script = { language: 'fr', passage: 1, ownText: '' };
  openSampleShelf(store).change({ parts: PARTS, speaker: 'Ada', model: 'cartesia', script });
  expect(openSampleShelf(store).get()).toEqual({
    ...EMPTY_DRAFT,
    parts: PARTS,
    speaker: 'Ada',
    model: 'cartesia',
    script,
  });
});

test('a field that cannot be read begins anew, alone', () => {
  const store = memoryStore();
  openSampleShelf(store).change({ parts: PARTS, speaker: 'Ada' });
  store.set('parts', [{ takeId: 't', from: -1, to: 9 }]);
  expect(openSampleShelf(store).get()).toEqual({ ...EMPTY_DRAFT, speaker: 'Ada' });
});

test('what the disk refuses is not changed here either', () => {
  const store = memoryStore();
  const shelf = openSampleShelf({
    ...store,
    set() {
      throw new Error('ENOSPC');
    },
  });
  expect(shelf.change({ parts: PARTS })).toMatchObject({
    fault: { code: 'settings-not-written', detail: 'ENOSPC' },
  });
  expect(shelf.get()).toEqual(EMPTY_DRAFT);
});
