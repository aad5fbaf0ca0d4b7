import type { Notice } from '../contract/calls.ts';
import { type BatchShelf, openBatchShelf } from '../library/batch-shelf.ts';
import { type ClipShelf, openClipShelf } from '../library/clip-shelf.ts';
import { type ComparisonShelf, openComparisonShelf } from '../library/comparison-shelf.ts';
import { type ConsentShelf, openConsentShelf } from '../library/consent-shelf.ts';
import type { Home } from '../library/home.ts';
import type { OpenStore } from '../library/kept-store.ts';
import { openKept } from '../library/open-kept.ts';
import { openPriceShelf, type PriceShelf } from '../library/price-shelf.ts';
import { openReceiptShelf, type ReceiptShelf } from '../library/receipt-shelf.ts';
import { openSampleShelf, type SampleShelf } from '../library/sample-shelf.ts';
import { openSettings, type SettingsShelf } from '../library/settings-shelf.ts';
import { openSpendShelf, type SpendShelf } from '../library/spend-shelf.ts';
import { openTakeShelf, type TakeShelf } from '../library/take-shelf.ts';
import { openVoiceShelf, type VoiceShelf } from '../library/voice-shelf.ts';
import { UNDO_MS } from '../recording/take.ts';

/** Everything that is kept. */
export interface Library {
  readonly settings: SettingsShelf;
  readonly spend: SpendShelf;
  readonly prices: PriceShelf;
  readonly takes: TakeShelf;
  readonly clips: ClipShelf;
  /** Lines that voices said to be heard or compared. */
  readonly auditions: ClipShelf;
  readonly comparisons: ComparisonShelf;
  readonly batchShelf: BatchShelf;
  readonly consents: ConsentShelf;
  readonly sampleShelf: SampleShelf;
  readonly voices: VoiceShelf;
  readonly receipts: ReceiptShelf;
}

/** Opens what is kept. What was damaged, or recovered, is told in `notices`. */
export async function openLibrary(options: {
  home: Home;
  openStore: OpenStore;
  now: () => number;
  notices: Notice[];
}): Promise<Library> {
  const { home, openStore, now, notices } = options;
  const onSetAside = (fileName: string, keptAs: string) =>
    void notices.push({ is: 'file-set-aside', fileName, keptAs });
  const onUnreadable = (fileName: string) => onSetAside(fileName, fileName);
  const kept = (name: string) => openKept({ folder: home.root, name, open: openStore, now, onSetAside });
  const takes = await openTakeShelf({ folder: home.takes, onUnreadable });
  const clips = await openClipShelf({ folder: home.clips, onUnreadable });
  const auditions = await openClipShelf({ folder: home.auditions, onUnreadable });
  const comparisons = await openComparisonShelf({ folder: home.comparisons, onUnreadable });
  const batchShelf = await openBatchShelf({ folder: home.batches, onUnreadable });
  const consents = await openConsentShelf({ folder: home.consents, onUnreadable });
  await takes.purge(now() - UNDO_MS);
  for (const shelf of [clips, auditions]) await shelf.purge(now() - UNDO_MS);
  if (takes.recovered.length > 0) notices.push({ is: 'takes-recovered', takeIds: takes.recovered });
  return {
    settings: openSettings(kept('settings')),
    spend: openSpendShelf(kept('spending'), now),
    prices: openPriceShelf(kept('prices')),
    ...{ voices: openVoiceShelf(kept), receipts: openReceiptShelf(kept) },
    sampleShelf: openSampleShelf(kept('sample')),
    ...{ takes, clips, auditions, comparisons, batchShelf, consents },
  };
}
