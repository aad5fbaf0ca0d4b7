import type { Fault } from '../../result.ts';

/**
 * - `document-unknown`: not a kind that can be read (facts: `name`).
 * - `document-too-large`: over a limit, as it lies there or unpacked (facts: `name`, `limit`).
 * - `document-broken`: of a known kind, but cannot be read (detail: where).
 * - `document-locked`: protected by a password or by copy protection.
 * - `document-empty`: nothing in it to have spoken.
 */
export type DocumentFaultCode =
  | 'document-unknown'
  | 'document-too-large'
  | 'document-broken'
  | 'document-locked'
  | 'document-empty';

export type DocumentFault = Fault<DocumentFaultCode>;

/** One line to have spoken: a paragraph of a text, a row of a table, a cue of subtitles. */
export interface DocumentLine {
  readonly text: string;
  /** Name of the voice, as the table gives it. */
  readonly voice?: string;
  /** Name for the exported file, without its ending, as the table gives it. */
  readonly fileName?: string;
  /** The heading it stands under. */
  readonly chapter?: string;
  /** When a cue is shown, in milliseconds. */
  readonly cue?: { readonly from: number; readonly to: number };
}

export interface SpokenDocument {
  readonly kind: DocumentKind;
  readonly lines: readonly DocumentLine[];
  readonly title?: string;
  /** As the document says: a BCP 47 tag such as `en` or `pt-BR`. */
  readonly language?: string;
}

export const DOCUMENT_KINDS = ['txt', 'md', 'csv', 'srt', 'vtt', 'docx', 'epub'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** What is read at most; more is refused, never cut off in silence. */
export const DOCUMENT_LIMITS = {
  /** Bytes of the file. */
  fileBytes: 50_000_000,
  /** Bytes of all that is unpacked out of it, and of one file in it. */
  unpackedBytes: 100_000_000,
  entryBytes: 20_000_000,
  /** How many times larger than packed a file in it may be; real XML stays under 60. */
  ratio: 250,
  entries: 5_000,
  /** Characters of text in all, about the Bible; and lines. */
  characters: 5_000_000,
  lines: 100_000,
} as const;
