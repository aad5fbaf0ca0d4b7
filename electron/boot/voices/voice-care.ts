import type { Connect } from '../../cloning/server.ts';
import { isGone, syncAccount } from '../../cloning/voice/account-sync.ts';
import type { Receipt, RemovalPlace } from '../../cloning/voice/receipt.ts';
import { removeVoice } from '../../cloning/voice/remove-voice.ts';
import type { SyncReport } from '../../cloning/voice/sync-report.ts';
import type { Voice } from '../../cloning/voice/voice.ts';
import type { VoiceMaker } from '../../cloning/voice/voice-maker.ts';
import type { Job } from '../../jobs/job.ts';
import type { JobRunner } from '../../jobs/runner.ts';
import type { Result } from '../../result.ts';
import type { Emitter } from '../emitter.ts';
import { newId } from '../ids.ts';
import type { Library } from '../open-library.ts';
import { tellTogether } from './tell-together.ts';

/** How many voices that a sync has found the window is told of at once: a hundred and fifty keep it for some 20 ms. */
const PORTION = { everyMs: 20, most: 150 };

interface VoiceCareParts {
  readonly library: Pick<Library, 'voices' | 'receipts' | 'auditions'>;
  readonly maker: VoiceMaker;
  readonly runner: () => JobRunner;
  readonly connect: Connect;
  /** Removes the sound of a consent that nothing carries any more. */
  readonly letGoConsent: (consentId: string) => Promise<void>;
  readonly events: Emitter;
  readonly now: () => number;
}

/** What is done with voices once they are made. */
export interface VoiceCare {
  /** Compares the library with the account on this server. */
  sync(server: string): Promise<Result<SyncReport>>;
  /** To be told of every job: a line that could not be spoken may have found out that its voice is gone. */
  follow(job: Job): Promise<void>;
  /** Looks whether its server still knows a voice that is said to be ready, and marks it as gone where it does not. */
  lookAt(voiceId: string): Promise<void>;
  remove(ask: { readonly voiceId: string; readonly where: RemovalPlace }): Promise<Result<Receipt>>;
}

export function createVoiceCare(parts: VoiceCareParts): VoiceCare {
  const { maker, runner, connect, events, now } = parts;
  const { voices, receipts, auditions } = parts.library;
  const onGone = (id: string): void => {
    events.emit('voice.gone', { id });
    for (const clip of auditions.list().filter(({ voiceId }) => voiceId === id)) void letGo(clip.id);
  };
  const letGo = async (clipId: string): Promise<void> => {
    await auditions.discard(clipId, 0);
    for (const id of await auditions.purge(1)) events.emit('audition.gone', { id });
  };
  const lookAt = async (voiceId: string): Promise<void> => {
    const voice = voices.get(voiceId);
    if (voice?.state.status !== 'completed' || voice.origin?.is === 'public') return;
    const connection = await connect(voice.server);
    if (!connection.ok) return;
    const gone = await isGone(connection.value.client, voice.state.remoteId);
    if (gone.ok && gone.value) maker.move(voice.id, { is: 'gone' });
  };
  return {
    async sync(server) {
      const news = tellTogether<Voice>((changed) => events.emit('voices.changed', changed), PORTION);
      const report = await syncAccount(server, {
        ...{ shelf: voices, connect, now, isHidden: receipts.isHidden },
        newId: () => newId('voice', now()),
        ownLinks: () => runner().list().flatMap(sampleLinks),
        onChanged: news.add,
      });
      await news.told();
      return report;
    },
    async remove(ask) {
      const { record } = voices.get(ask.voiceId)?.consent ?? {};
      const removed = await removeVoice(ask, {
        ...{ shelf: voices, connect, runner, now, move: maker.move },
        newId: () => newId('receipt', now()),
        receipts: {
          add(receipt) {
            const added = receipts.add(receipt);
            if (added.ok) events.emit('receipt.added', receipt);
            return added;
          },
        },
        onGone,
      });
      if (removed.ok && record && !voices.get(ask.voiceId)) await parts.letGoConsent(record.id);
      return removed;
    },
    async follow({ kind, state, input }) {
      if (kind !== 'speak' || state.status !== 'failed' || state.fault.code !== 'voice-gone') return;
      await lookAt((input as { readonly voiceId: string }).voiceId);
    },
    lookAt,
  };
}

/** The links of its samples that a clone job noted. */
function sampleLinks({ notes }: { readonly notes: Readonly<Record<string, unknown>> }): readonly string[] {
  return Object.entries(notes).flatMap(([name, link]) =>
    name.startsWith('sample-') && typeof link === 'string' ? [link] : [],
  );
}
