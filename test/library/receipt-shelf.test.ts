import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../electron/cloning/voice/receipt.ts';
import { openReceiptShelf } from '../../electron/library/receipt-shelf.ts';
import { memoryStores } from './memory-store.ts';

const receipt = (id: string, at: number, end: 'left' | 'deleted' = 'deleted'): Receipt => ({
  ...{ id, at, where: end === 'left' ? 'here' : 'everywhere', recordings: 1 },
  voice: { id: 'v', name: 'Ada', model: 'a2e', server: 'local' },
  clones: [{ server: 'local', remoteId: `clone of ${id}`, at, end, detail: 'so', traceId: 't' }],
});

describe('the receipts', () => {
  it('are there after a restart, the newest first', () => {
    const stores = memoryStores();
    const shelf = openReceiptShelf(stores.open);
    shelf.add(receipt('a', 1));
    shelf.add(receipt('b', 2));
    for (const each of [shelf, openReceiptShelf(stores.open)])
      expect(each.list()).toEqual([receipt('b', 2), receipt('a', 1)]);
  });

  it('remember which clones were left on their server, so that they do not come back by themselves', () => {
    const stores = memoryStores();
    const shelf = openReceiptShelf(stores.open);
    shelf.add(receipt('left', 1, 'left'));
    shelf.add(receipt('deleted', 2));
    for (const each of [shelf, openReceiptShelf(stores.open)]) {
      expect(each.isHidden('local', 'clone of left')).toBe(true);
      expect(each.isHidden('local', 'clone of deleted')).toBe(false);
      expect(each.isHidden('elsewhere', 'clone of left')).toBe(false);
    }
  });

  it('that this version cannot read stay in the file, and are not listed', () => {
    const stores = memoryStores({ receipts: { receipts: { strange: { id: 'strange' } } } });
    const shelf = openReceiptShelf(stores.open);
    shelf.add(receipt('a', 1));
    expect(shelf.list()).toEqual([receipt('a', 1)]);
    expect(stores.open('receipts').content['receipts']).toHaveProperty('strange');
  });

  it('that cannot be written are not listed', () => {
    const stores = memoryStores();
    const shelf = openReceiptShelf(stores.open);
    stores.refuse('receipts', 'ENOSPC');
    expect(shelf.add(receipt('a', 1))).toMatchObject({ fault: { code: 'settings-not-written' } });
    expect(shelf.list()).toEqual([]);
  });
});
