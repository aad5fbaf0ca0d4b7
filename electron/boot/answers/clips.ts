import { readFile } from 'node:fs/promises';
import type { ClipCalls, ClipView } from '../../contract/calls.ts';
import { decodeSound } from '../../recording/decode-sound.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { Clip } from '../../speaking/clip.ts';
import { DEFAULT_TEMPLATE } from '../../speaking/exporting/name-template.ts';
import { findClips } from '../../speaking/find-clips.ts';
import { sentenceTimes } from '../../speaking/joining/sentence-times.ts';
import { clipFileName, exportClips, saveClipTo } from '../exports/clip-exports.ts';
import { folderFor } from '../exports/export-desk.ts';
import type { Stations } from '../stations.ts';
import { type AnswerParts, type AnswersTo, purgeLater } from './parts.ts';

/** Descriptions of clips written at a time. */
const AT_ONCE = 8;

/** Answers the calls about all clips there are, and taking them out. */
export function answerClips({ stations, desktop }: AnswerParts): AnswersTo<keyof ClipCalls> {
  const { batches, clips, events, exports, outgoing, own, settings, voices, now } = stations;
  const each = changeEach(stations);
  const out = async (clipIds: readonly string[], what: 'dragFiles' | 'copyFiles'): Promise<Result<void>> => {
    const files = await outgoing.files(clipIds);
    return files.ok ? desktop[what](files.value) : files;
  };
  return {
    'clip.find': async (query) => {
      const kept = clips.list().filter(({ state }) => state.status === 'kept');
      const found = findClips(kept, query).map(({ id }) => id);
      return ok({ ids: found.reverse(), of: kept.length });
    },
    'own.find': async ({ voiceId, text }) => {
      const voice = voices.get(voiceId);
      return voice ? ok(own.finder()(voice, text) ?? null) : fail('voice-not-found');
    },
    'own.use': async (ask) => {
      const used = await batches.ownClips.use(ask);
      if (used.ok) events.emit('clip.changed', used.value);
      return used;
    },
    'clip.read': async ({ clipIds }) => ok(clipIds.flatMap((id) => viewClip(id, stations) ?? [])),
    'clip.space': async () => ok({ bytes: await clips.bytes() }),
    'clip.star': async ({ clipIds, isFavourite }) =>
      nothingOf(await each(clipIds, (id) => clips.star(id, isFavourite))),
    'clip.discard': async ({ clipIds }) => {
      const discarded = await each(clipIds, (id) => clips.discard(id, now()));
      // Thousands take a while: the ten seconds begin when all are discarded, as the offer to have them back does.
      purgeLater(stations, 'clip');
      return discarded;
    },
    'clip.restore': async ({ clipIds }) => nothingOf(await each(clipIds, clips.restore)),
    'clip.sentences': async ({ clipId }) => {
      const clip = clips.get(clipId);
      if (clip?.state.status !== 'kept') return fail('clip-not-found');
      const bytes = await readFile(clips.path(clipId)).catch(() => undefined);
      const sound = bytes && (await decodeSound(bytes));
      return ok(sound?.ok ? sentenceTimes(clip.text, sound.value) : null);
    },
    'clip.saveAs': async ({ clipId }) => {
      const clip = clips.get(clipId);
      if (clip?.state.status !== 'kept') return fail('clip-not-found');
      const { exportFormat: format, nameTemplate } = settings.get();
      const name = clipFileName(clip, nameTemplate ?? DEFAULT_TEMPLATE, format);
      const path = await desktop.askWhereToSave(name);
      if (path === null) return ok(null);
      const saved = await exports.run(clipId, async (run) => {
        const written = await saveClipTo(clip, { path, format, clips, ...run });
        return written.ok ? ok([written.value]) : written;
      });
      return saved.ok ? ok(saved.value[0] ?? null) : saved;
    },
    'clip.export': async ({ exportId, to, ...ask }) => {
      const folder = await folderFor(to, settings.get(), desktop);
      if (!folder.ok || folder.value === null) return folder.ok ? ok(null) : folder;
      const into = folder.value;
      return exports.run(exportId, (run) => exportClips(ask, { clips, folder: into, ...run }));
    },
    'clip.makeFiles': async ({ clipIds }) => {
      const files = await outgoing.files(clipIds);
      return files.ok ? ok({ files: files.value.length }) : files;
    },
    'clip.drag': ({ clipIds }) => out(clipIds, 'dragFiles'),
    'clip.copyFiles': ({ clipIds }) => out(clipIds, 'copyFiles'),
    'export.cancel': async ({ exportId }) => ok(exports.cancel(exportId)),
    'export.show': async ({ exportId }) => {
      const path = exports.lastOf(exportId);
      return path === undefined ? fail('export-not-found') : desktop.show(path, 'file');
    },
  };
}

/** Does it to each clip, some at a time, and tells of those that changed; answers them. The last refusal if none did. */
function changeEach({ events }: Pick<Stations, 'events'>) {
  return async (
    ids: readonly string[],
    change: (id: string) => Promise<Result<Clip>>,
  ): Promise<Result<readonly string[]>> => {
    const changed: string[] = [];
    let refusal: Result<never> | undefined;
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const results = await Promise.all(ids.slice(at, at + AT_ONCE).map(change));
      for (const result of results) {
        if (!result.ok) refusal = result;
        else {
          changed.push(result.value.id);
          events.emit('clip.changed', result.value);
        }
      }
    }
    return changed.length === 0 && refusal ? refusal : ok(changed);
  };
}

function nothingOf(result: Result<unknown>): Result<void> {
  return result.ok ? ok(undefined) : result;
}

function viewClip(id: string, { clips, batchShelf }: Stations): ClipView | undefined {
  const clip = clips.get(id);
  if (clip?.state.status !== 'kept') return undefined;
  const batch = clip.line && batchShelf.get(clip.line.batchId);
  return { clip, ...(batch?.state.status === 'kept' && { batch: batch.name }) };
}
