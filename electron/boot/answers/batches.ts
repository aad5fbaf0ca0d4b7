import { likelyPrice } from '../../cloning/account/price-book.ts';
import type { BatchCalls, BatchSource, DraftView, ExportBatch } from '../../contract/calls.ts';
import { fail, ok, type Result } from '../../result.ts';
import { type BatchLine, ROW_KIND_OF } from '../../speaking/batches/batch.ts';
import { exportItems } from '../../speaking/batches/export-items.ts';
import { trackOf } from '../../speaking/batches/track.ts';
import type { DocumentLine, SpokenDocument } from '../../speaking/documents/document.ts';
import { readDocument } from '../../speaking/documents/read-document.ts';
import { readPlain } from '../../speaking/documents/read-plain.ts';
import { exportSpeech } from '../../speaking/exporting/export-speech.ts';
import { DEFAULT_TEMPLATE } from '../../speaking/exporting/name-template.ts';
import { estimateSpeech, type SpeechEstimate } from '../../speaking/text/estimate.ts';
import { pronunciationsOf } from '../../speaking/text/pronunciation.ts';
import { speechOf } from '../../speaking/text/sent-text.ts';
import { changeSettings } from '../change-settings.ts';
import { clipLoader } from '../exports/clip-exports.ts';
import { type ExportRun, folderFor } from '../exports/export-desk.ts';
import { newId } from '../ids.ts';
import { languageDoubts } from '../speech-language.ts';
import type { Stations } from '../stations.ts';
import { type AnswerParts, type AnswersTo, purgeLater } from './parts.ts';

/** What the files are called unless told otherwise. */
const TEMPLATES = { one: '{title}-{voice}', rows: DEFAULT_TEMPLATE } as const;
/** How many lines of a document are shown before it is made a batch. */
const FIRST_LINES = 200;
/** A text up to this long (characters) is estimated as it is split; a longer one by its beginning. */
const ESTIMATED = 100_000;

/** Answers the calls about texts and documents that are spoken line by line. */
export function answerBatches({ stations, desktop }: AnswerParts): AnswersTo<keyof BatchCalls> {
  const { batches, batchShelf, runner, events, now } = stations;
  let draft: { readonly id: string; readonly document: SpokenDocument } | undefined;
  const sourceOf = (from: BatchSource): Result<Pick<SpokenDocument, 'kind' | 'lines' | 'language'>> => {
    if (from.is === 'text') return ok({ kind: 'txt', lines: readPlain(from.text) });
    return draft?.id === from.id ? ok(draft.document) : fail('batch-not-found');
  };
  return {
    'speech.estimate': async ({ voiceId, from, by = 'sentence', pronunciations = [] }) => {
      const voice = stations.voices.get(voiceId);
      if (!voice) return fail('voice-not-found');
      const source = sourceOf(from);
      if (!source.ok) return source;
      const connection = await stations.servers.connect(voice.server);
      const limit = connection.ok ? connection.value.textLimit : 1000;
      const rules = { limit, language: voice.language, by };
      const prices = connection.ok ? connection.value.till.prices() : [];
      const estimate = estimateRows(
        source.value.lines,
        { ...rules, pronunciations: pronunciationsOf(pronunciations, voice) },
        (characters) => likelyPrice(prices, { model: voice.model, characters }),
      );
      return ok(connection.ok && connection.value.isFree ? { ...estimate, isFree: true } : estimate);
    },
    'speech.language': async ({ voiceId, from }) => {
      const voice = stations.voices.get(voiceId);
      const source = sourceOf(from);
      if (!voice) return fail('voice-not-found');
      if (!source.ok) return source;
      const parts = { voices: stations.voices.list(), connect: stations.servers.connect };
      const { lines: rows, language: said } = source.value;
      return ok(await languageDoubts({ voice, rows, said }, parts));
    },
    'document.read': async (file) => {
      const read = await readDocument(file);
      if (!read.ok) return read;
      draft = { id: newId('batch', now()), document: read.value };
      return ok(viewDraft(draft));
    },
    'batch.make': async ({ from, ...ask }) => {
      const source = sourceOf(from);
      if (!source.ok) return source;
      const { kind, lines } = source.value;
      const made = await batches.make({ ...ask, rowKind: ROW_KIND_OF[kind] }, lines);
      if (made.ok) changeSettings(stations, { lastVoiceId: ask.voiceId });
      return made;
    },
    'batch.lines': batches.lines,
    'batch.track': async ({ batchId }) => {
      const batch = batchShelf.get(batchId);
      if (!batch) return fail('batch-not-found');
      const lines = await batchShelf.lines(batchId);
      if (!lines.ok) return lines;
      const track = trackOf(lines.value, (line) => batches.clipOf(batch, line));
      return track.length > 0 ? ok(track) : fail('export-empty');
    },
    'batch.change': batches.change,
    'batch.undo': ({ batchId }) => batches.undo(batchId),
    'batch.redo': batches.redo,
    'batch.useOwn': (line) => batches.ownClips.useForLine(line),
    'batch.putBack': (line) => {
      purgeLater(stations, 'clip');
      return batches.ownClips.putBack(line);
    },
    'batch.cancel': ({ batchId }) => batches.cancel(batchId),
    'batch.retry': ({ batchId }) => batches.retry(batchId),
    'batch.setCeiling': ({ batchId, credits }) => batches.setCeiling(batchId, credits),
    'batch.reorder': ({ batchId, to }) => batches.reorder(batchId, to),
    'batch.remove': ({ batchId }) => batches.remove(batchId),
    'batch.export': async ({ to, ...ask }) => {
      const folder = await folderFor(to, stations.settings.get(), desktop);
      if (!folder.ok || folder.value === null) return folder.ok ? ok(null) : folder;
      const into = folder.value;
      return stations.exports.run(ask.batchId, (run) => exportBatch(ask, { stations, folder: into, ...run }));
    },
    'queue.pause': async ({ isPaused }) => {
      const kept = changeSettings(stations, { queuePaused: isPaused });
      if (!kept.ok) return kept;
      if (isPaused) runner.pause();
      else runner.resume();
      events.emit('queue.changed', { isPaused });
      return ok({ isPaused });
    },
  };
}

/** Writes a batch into a folder: what is spoken of it so far. */
export async function exportBatch(
  ask: Omit<ExportBatch, 'to'>,
  { stations, folder, ...run }: { readonly stations: Stations; readonly folder: string } & Partial<ExportRun>,
): Promise<Result<readonly string[]>> {
  const { batchShelf, batches, clips } = stations;
  const { batchId, format, as, subtitles, template = TEMPLATES[as], loudness } = ask;
  const batch = batchShelf.get(batchId);
  const lines = await batchShelf.lines(batchId);
  if (!batch) return fail('batch-not-found');
  if (!lines.ok) return lines;
  const clipOf = (line: BatchLine) => batches.clipOf(batch, line);
  const items = exportItems({ batch, lines: lines.value, clipOf, load: clipLoader(clips) }, as);
  if (items.length === 0) return fail('export-empty');
  return exportSpeech(items, { ...{ folder, format, template, subtitles, loudness }, ...run });
}

/** By its beginning where it is long. Credits are rounded up. */
function estimateRows(
  rows: readonly DocumentLine[],
  rules: Parameters<typeof speechOf>[1],
  priceOf: (characters: number) => number | undefined,
): SpeechEstimate {
  let length = 0;
  const first = rows.filter(({ text }) => {
    length += text.length;
    return length <= ESTIMATED;
  });
  const measured = first.length > 0 ? first : rows.slice(0, 1);
  const items = measured.flatMap(({ text }) => speechOf(text, rules));
  const { characters, requests, credits } = estimateSpeech(items, priceOf);
  const known = Math.max(
    1,
    measured.reduce((sum, { text }) => sum + text.length, 0),
  );
  const share = measured.length === rows.length ? 1 : length / known;
  return {
    ...{ characters: Math.round(characters * share), requests: Math.round(requests * share) },
    ...(credits !== undefined && { credits: Math.ceil(credits * share) }),
  };
}

function viewDraft({ id, document }: { id: string; document: SpokenDocument }): DraftView {
  const { kind, title, language, lines } = document;
  return {
    ...{ id, kind, lines: lines.length, first: lines.slice(0, FIRST_LINES) },
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    voices: [...new Set(lines.flatMap(({ voice }) => voice ?? []))].slice(0, FIRST_LINES),
  };
}
