import { describe, expect, it } from 'vitest';
import { type Receipt, receiptText } from '../../../electron/cloning/voice/receipt.ts';

const AT = Date.UTC(2026, 9, 8, 7, 6, 5);
const receipt = (more: Partial<Receipt> = {}): Receipt => ({
  ...{ id: 'receipt-1', at: AT, where: 'everywhere', recordings: 2 },
  voice: { id: 'v', name: 'Ada', model: 'a2e', server: 'https://a.example' },
  clones: [{ server: 'https://a.example', remoteId: 'r1', at: AT, end: 'deleted', traceId: 't1' }],
  ...more,
});
const text = (more?: Partial<Receipt>) => receiptText(receipt(more), (server) => new URL(server).host);

describe('a receipt, to be copied', () => {
  it('says server, id, time and answer, and what cannot be known', () => {
    expect(text()).toBe(
      [
        'Receipt receipt-1',
        '“Ada” was deleted everywhere, 2026-10-08 07:06:05 UTC.',
        '',
        'Server: a.example',
        'Id: r1',
        'Time: 2026-10-08 07:06:05 UTC',
        'Answer: Deleted; the server does not list it any more.',
        'Trace: t1',
        '',
        '2 recordings stay on this computer.',
        'A2E has no call to delete an uploaded sample: what becomes of it there is not known.',
      ].join('\n'),
    );
  });

  it.each([
    {
      what: 'one that was left',
      more: { where: 'here', clones: [{ ...receipt().clones[0], end: 'left' }] },
      has: 'Left as it is; the server was not asked.',
      hasNot: 'uploaded sample',
    },
    {
      what: 'one that no server knew',
      more: { clones: [], recordings: 1 },
      has: 'No server knew of it.\n\n1 recording stays',
      hasNot: 'uploaded sample',
    },
    {
      what: 'one that is not confirmed',
      more: { clones: [{ ...receipt().clones[0], end: 'unconfirmed', detail: 'it still lists it' }] },
      has: 'Answer: Not confirmed: it still lists it.',
      hasNot: 'Deleted;',
    },
  ] as { what: string; more: Partial<Receipt>; has: string; hasNot: string }[])(
    'of $what says so',
    ({ more, has, hasNot }) => {
      expect(text(more)).toContain(has);
      expect(text(more)).not.toContain(hasNot);
    },
  );
});
