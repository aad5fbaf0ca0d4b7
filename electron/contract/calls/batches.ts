import type { OwnLine } from '../../cloning/sample/own-lines.ts';
import type { Pronunciation } from '../../cloning/voice/manner.ts';
import type { JobState } from '../../jobs/job.ts';
import type { Result } from '../../result.ts';
import type { LineRef, RowKind } from '../../speaking/batches/batch.ts';
import type { LinesChange } from '../../speaking/batches/change-lines.ts';
import type { TrackLine } from '../../speaking/batches/track.ts';
import type { DocumentKind, DocumentLine } from '../../speaking/documents/document.ts';
import type { ExportFormat } from '../../speaking/exporting/sound-file.ts';
import type { SubtitleFormat } from '../../speaking/exporting/subtitles.ts';
import type { ClipDoubt } from '../../speaking/joining/proof-listen.ts';
import type { SpeechEstimate } from '../../speaking/text/estimate.ts';
import type { ExportPlace } from './clips.ts';

/** A batch and how far it is. */
export interface BatchView {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly voiceId: string;
  readonly speed: number;
  readonly lines: number;
  readonly counts: Readonly<Record<JobState['status'], number>>;
  /** What its rows are called. */
  readonly rowKind: RowKind;
  /** Grows with each change of its lines: then they are to be asked for again. */
  readonly revision: number;
  /** Whether there is a change of its lines to take back. */
  readonly canUndo: boolean;
  /** Most credits that may go for it; absent: no limit. */
  readonly ceiling?: number;
  /** Credits that went for it; absent while that is not known, and where it costs nothing. */
  readonly used?: number;
  /** What its lines wait for together, where they do: no network, credits used up, the server asks to go slower. */
  readonly held?: JobState & { readonly status: 'waiting' };
  /** Characters still to be sent; told while it is held for credits. */
  readonly leftCharacters?: number;
}

/** A line and what has become of it. */
export interface BatchLineView {
  readonly id: string;
  readonly text: string;
  /** Lines of one row are one paragraph, table row or cue. */
  readonly row: number;
  readonly chapter?: string;
  /** Absent: the batch's. */
  readonly voiceId?: string;
  readonly speed?: number;
  /** How it is to be said, where the person wrote that. */
  readonly spokenAs?: string;
  readonly fileName?: string;
  /** When the cue it is of is shown, in milliseconds. */
  readonly cue?: DocumentLine['cue'];
  /** Absent where its jobs were forgotten. */
  readonly jobId?: string;
  readonly state?: JobState;
  /** The clip made last; it stands until a redo has brought another. */
  readonly clipId?: string;
  /** That clip says the line as it was before it was changed. */
  readonly isOld?: true;
  /** How long that clip is. */
  readonly seconds?: number;
  /** The stock voice that spoke it; absent for a real clone. */
  readonly stock?: string;
  /** That clip is a real recording. */
  readonly isRecording?: true;
  /** These very words were once recorded. */
  readonly own?: OwnLine;
  /** What that clip should be heard again for (proof-listening). */
  readonly doubts?: readonly ClipDoubt[];
}

/** What of a line changes by itself. */
export type LineProgressView = Pick<
  BatchLineView,
  'id' | 'jobId' | 'state' | 'clipId' | 'isOld' | 'seconds' | 'stock' | 'isRecording' | 'doubts'
>;

/** A document that was read and is held for `batch.make` until the next one is read. */
export interface DraftView {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly title?: string;
  /** As the document says, such as `en`. */
  readonly language?: string;
  readonly lines: number;
  /** The first 200. */
  readonly first: readonly DocumentLine[];
  /** Names in a table's column for voices, in the order they come; those that are no voice here speak with the batch's. */
  readonly voices: readonly string[];
}

/** What a batch is made of: a text (a paragraph a row), or the document that was read. */
export type BatchSource =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'draft'; readonly id: string };

export interface MakeBatch {
  /** Empty: its first words. */
  readonly name: string;
  readonly voiceId: string;
  /** 0.5–2, for all lines; absent: as fast as each voice speaks. */
  readonly speed?: number;
  readonly from: BatchSource;
  /** A sentence each (default), or as many as go in one request. */
  readonly by?: 'sentence' | 'limit';
  /** Of this text alone; they count before the voice's own. */
  readonly pronunciations?: readonly Pronunciation[];
  /** Most credits that may go for it, a whole number from 1; absent: no limit. */
  readonly ceiling?: number;
}

/** What a voice is to say does not look to be in its language. */
export interface LanguageDoubt {
  readonly voiceId: string;
  /** What it looks to be in, such as `fr`. */
  readonly looks: string;
}

export interface ChangeLines {
  readonly batchId: string;
  readonly change: LinesChange;
}

export interface ExportBatch {
  /** Also the name under which its progress is told and it is canceled. */
  readonly batchId: string;
  readonly format: ExportFormat;
  /** One file of all, or one for each row. */
  readonly as: 'one' | 'rows';
  readonly subtitles?: SubtitleFormat;
  /** Such as `{n}-{voice}-{text}`; see `NAME_PARTS`. */
  readonly template?: string;
  /** LUFS; default −16. */
  readonly loudness?: number;
  readonly to: ExportPlace;
}

/** The queue as a whole. */
export interface QueueView {
  readonly isPaused: boolean;
}

type OfBatch = { readonly batchId: string };

/** Calls about texts and documents that are spoken line by line. */
export interface BatchCalls {
  /** What a text comes to; nothing is asked of the server. */
  'speech.estimate': {
    ask: Pick<MakeBatch, 'voiceId' | 'from' | 'by' | 'pronunciations'>;
    answer: Result<SpeechEstimate>;
  };
  /** Which voices are asked for a text that looks to be in another language than theirs; it costs nothing. */
  'speech.language': {
    ask: Pick<MakeBatch, 'voiceId' | 'from'>;
    answer: Result<readonly LanguageDoubt[]>;
  };
  'document.read': { ask: { readonly name: string; readonly bytes: Uint8Array }; answer: Result<DraftView> };
  'batch.make': { ask: MakeBatch; answer: Result<BatchView> };
  /** At most 500 lines at a time. */
  'batch.lines': {
    ask: OfBatch & { readonly from: number; readonly count: number };
    answer: Result<readonly BatchLineView[]>;
  };
  /** All lines that are spoken, to be heard one after the other; `export-empty` where none is. */
  'batch.track': { ask: OfBatch; answer: Result<readonly TrackLine[]> };
  /** Changes lines in place, adds, removes or moves some; only what says something new is spoken, and paid for. */
  'batch.change': { ask: ChangeLines; answer: Result<BatchView> };
  /** Takes the last change of its lines back. */
  'batch.undo': { ask: OfBatch; answer: Result<BatchView> };
  /** Has lines spoken anew as they are: another take of each. */
  'batch.redo': { ask: OfBatch & { readonly lineIds: readonly string[] }; answer: Result<BatchView> };
  /** The recording of a line's words stands for it from here on; nothing is paid. */
  'batch.useOwn': { ask: LineRef; answer: Result<BatchView> };
  /** Takes that back. */
  'batch.putBack': { ask: LineRef; answer: Result<BatchView> };
  'batch.cancel': { ask: OfBatch; answer: Result<BatchView> };
  /** Tries all again that has failed or was canceled. */
  'batch.retry': { ask: OfBatch; answer: Result<BatchView> };
  /** How many credits may go for it in all (null: no limit); it goes on by itself where that lets it. */
  'batch.setCeiling': { ask: OfBatch & { readonly credits: number | null }; answer: Result<BatchView> };
  'batch.reorder': { ask: OfBatch & { readonly to: 'first' | 'last' }; answer: Result<BatchView> };
  'batch.remove': { ask: OfBatch; answer: Result<void> };
  /** Answers the paths, or null when the person backed out. */
  'batch.export': { ask: ExportBatch; answer: Result<readonly string[] | null> };
  'queue.pause': { ask: { readonly isPaused: boolean }; answer: Result<QueueView> };
}

export const batchCallNames: { readonly [N in keyof BatchCalls]: true } = {
  'speech.estimate': true,
  'speech.language': true,
  'document.read': true,
  'batch.make': true,
  'batch.lines': true,
  'batch.track': true,
  'batch.change': true,
  'batch.undo': true,
  'batch.redo': true,
  'batch.useOwn': true,
  'batch.putBack': true,
  'batch.cancel': true,
  'batch.retry': true,
  'batch.setCeiling': true,
  'batch.reorder': true,
  'batch.remove': true,
  'batch.export': true,
  'queue.pause': true,
};

/** Events about batches. `batch.changed` and `lines.changed` come at most five times a second for each. */
export interface BatchEvents {
  'batch.changed': BatchView;
  'batch.gone': { readonly id: string };
  /** A person clicked a notification about it. */
  'batch.show': { readonly id: string };
  /**
   * Those of its lines that changed since it was last told, each as it is now. `isMany`: too many to be told one by one;
   * whoever shows some of them asks for those.
   */
  'lines.changed': {
    readonly batchId: string;
    readonly lines: readonly LineProgressView[];
    readonly isMany?: true;
  };
  'queue.changed': QueueView;
}

export const batchEventNames: { readonly [N in keyof BatchEvents]: true } = {
  'batch.changed': true,
  'batch.gone': true,
  'batch.show': true,
  'lines.changed': true,
  'queue.changed': true,
};
