import { type SyncReport, syncAccount } from '../cloning/account-sync.ts';
import type { Receipt, RemovalPlace } from '../cloning/receipt.ts';
import { removeVoice } from '../cloning/remove-voice.ts';
import type { Connect } from '../cloning/server.ts';
import type { VoiceMaker } from '../cloning/voice-maker.ts';
import type { JobRunner } from '../jobs/runner.ts';
import type { ReceiptShelf } from '../library/receipt-shelf.ts';
import type { VoiceShelf } from '../library/voice-shelf.ts';
import type { Result } from '../result.ts';
import type { Emitter } from './emitter.ts';
import { newId } from './ids.ts';

interface VoiceCareParts {
  readonly voices: VoiceShelf;
  readonly receipts: ReceiptShelf;
  readonly maker: VoiceMaker;
  readonly runner: () => JobRunner;
  readonly connect: Connect;
  readonly events: Emitter;
  readonly now: () => number;
}

/** What is done with voices once they are made. */
export interface VoiceCare {
  /** Compares the library with the account on this server. */
  sync(server: string): Promise<Result<SyncReport>>;
  remove(ask: { readonly voiceId: string; readonly where: RemovalPlace }): Promise<Result<Receipt>>;
}

export function createVoiceCare(parts: VoiceCareParts): VoiceCare {
  const { voices, receipts, maker, runner, connect, events, now } = parts;
  return {
    sync: (server) =>
      syncAccount(server, {
        ...{ shelf: voices, connect, now, isHidden: receipts.isHidden },
        newId: () => newId('voice', now()),
        ownLinks: () => runner().list().flatMap(sampleLinks),
        onChanged: (changed) => events.emit('voices.changed', changed),
      }),
    remove: (ask) =>
      removeVoice(ask, {
        ...{ shelf: voices, connect, runner, now, move: maker.move },
        newId: () => newId('receipt', now()),
        receipts: {
          add(receipt) {
            const added = receipts.add(receipt);
            if (added.ok) events.emit('receipt.added', receipt);
            return added;
          },
        },
        onGone: (id) => events.emit('voice.gone', { id }),
      }),
  };
}

/** The links of its samples that a clone job noted. */
function sampleLinks({ notes }: { readonly notes: Readonly<Record<string, unknown>> }): readonly string[] {
  return Object.entries(notes).flatMap(([name, link]) =>
    name.startsWith('sample-') && typeof link === 'string' ? [link] : [],
  );
}
