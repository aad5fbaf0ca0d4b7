import type { OwnLine } from '../../cloning/sample/own-lines.ts';
import type { Result } from '../../result.ts';
import type { Clip } from '../../speaking/clip.ts';
import type { ExportFormat } from '../../speaking/exporting/sound-file.ts';
import type { SubtitleFormat } from '../../speaking/exporting/subtitles.ts';
import type { ClipQuery } from '../../speaking/find-clips.ts';
import type { SentenceTime } from '../../speaking/joining/sentence-times.ts';

/** A clip as the history shows it. */
export interface ClipView {
  readonly clip: Clip;
  /** Name of the batch it is a line of; absent where it is of none, or of one that was removed. */
  readonly batch?: string;
}

/** Where an export goes: the folder of the settings, or one that the person is asked for. */
export type ExportPlace = 'folder' | 'ask';

export interface ExportClips {
  /** Under this name its progress is told and it is canceled. */
  readonly exportId: string;
  /** In the order in which they are joined. */
  readonly clipIds: readonly string[];
  readonly format: ExportFormat;
  readonly as: 'one' | 'each';
  readonly subtitles?: SubtitleFormat;
  readonly template?: string;
  readonly to: ExportPlace;
}

type OwnAsk = { readonly voiceId: string; readonly text: string };
type Many = { readonly clipIds: readonly string[] };

/** Calls about all clips there are, and taking them out. */
export interface ClipCalls {
  /** Ids of the clips that fit, newest first, and how many there are in all. */
  'clip.find': {
    ask: ClipQuery;
    answer: Result<{ readonly ids: readonly string[]; readonly of: number }>;
  };
  /** The recording of these words, where the person whose voice it is once read them aloud; null: none. */
  'own.find': { ask: OwnAsk; answer: Result<OwnLine | null> };
  /** Makes that recording a clip; nothing is asked of a server, nothing is paid. */
  'own.use': { ask: OwnAsk; answer: Result<Clip> };
  /** At most 500 at a time; those that are gone are left out. */
  'clip.read': { ask: Many; answer: Result<readonly ClipView[]> };
  /** What all clips take on disk, in bytes. */
  'clip.space': { ask: null; answer: Result<{ readonly bytes: number }> };
  'clip.star': { ask: Many & { readonly isFavourite: boolean }; answer: Result<void> };
  /** They can be had back for ten seconds. Answers those that were discarded. */
  'clip.discard': { ask: Many; answer: Result<readonly string[]> };
  'clip.restore': { ask: Many; answer: Result<void> };
  /** When each sentence of it is heard; null where that cannot be told. */
  'clip.sentences': { ask: { readonly clipId: string }; answer: Result<readonly SentenceTime[] | null> };
  /** Asks where to, and writes it there in the format of the chosen ending; answers the path, or null where backed out. */
  'clip.saveAs': { ask: { readonly clipId: string }; answer: Result<string | null> };
  /** Answers the paths, or null when the person backed out. */
  'clip.export': { ask: ExportClips; answer: Result<readonly string[] | null> };
  /** Makes the files that are dragged out or copied, so that they are there when the drag begins. `too-many-files` past 200. */
  'clip.makeFiles': { ask: Many; answer: Result<{ readonly files: number }> };
  /** The mouse that is down drags their files out of the window. */
  'clip.drag': { ask: Many; answer: Result<void> };
  /** Puts their files onto the clipboard, to be pasted into a folder. */
  'clip.copyFiles': { ask: Many; answer: Result<void> };
  /** Nothing of it stays. */
  'export.cancel': { ask: { readonly exportId: string }; answer: Result<void> };
  /** Shows what this export wrote last since Timbre started, in its folder. */
  'export.show': { ask: { readonly exportId: string }; answer: Result<void> };
}

export const clipCallNames: { readonly [N in keyof ClipCalls]: true } = {
  'clip.find': true,
  'own.find': true,
  'own.use': true,
  'clip.read': true,
  'clip.space': true,
  'clip.star': true,
  'clip.discard': true,
  'clip.restore': true,
  'clip.sentences': true,
  'clip.saveAs': true,
  'clip.export': true,
  'clip.makeFiles': true,
  'clip.drag': true,
  'clip.copyFiles': true,
  'export.cancel': true,
  'export.show': true,
};

/** Events about clips and exports. */
export interface ClipEvents {
  'clip.changed': Clip;
  'clip.gone': { readonly id: string };
  'export.progress': { readonly exportId: string; readonly done: number; readonly of: number };
}

export const clipEventNames: { readonly [N in keyof ClipEvents]: true } = {
  'clip.changed': true,
  'clip.gone': true,
  'export.progress': true,
};
