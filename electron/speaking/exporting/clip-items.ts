import type { Pcm } from '../../recording/wav.ts';
import type { Clip } from '../clip.ts';
import { gapAfter } from '../joining/gaps.ts';
import type { ExportItem, ExportPart } from './export-speech.ts';

/** Reads the sound of a clip; throws where it cannot be read any more. */
export type LoadClip = (clip: Clip) => Promise<Pcm>;

/** A clip as a part of a file; `text`: as the subtitles show it. */
export function clipPart(
  clip: Clip,
  { text, gapMs, load }: { readonly text: string; readonly gapMs: number; readonly load: LoadClip },
): ExportPart {
  return {
    is: 'clip',
    load: () => load(clip),
    ...{ gapMs, text, voice: clip.voiceName, createdAt: clip.createdAt },
    ...(clip.stock !== undefined && { stock: clip.stock }),
    ...(clip.recording && { isRecording: true }),
  };
}

/** What to write of clips that were chosen by hand: one file of all in their order, or one for each. */
export function clipItems(clips: readonly Clip[], as: 'one' | 'each', load: LoadClip): readonly ExportItem[] {
  const groups = as === 'one' ? [clips] : clips.map((clip) => [clip]);
  const digits = String(groups.length).length;
  return groups.flatMap((group, i) => {
    const [first] = group;
    if (!first) return [];
    const date = new Date(first.createdAt).toISOString().slice(0, 10);
    const n = groups.length === 1 ? '' : String(i + 1).padStart(digits, '0');
    return {
      title: first.text.slice(0, 200),
      names: { n, date, voice: first.voiceName, text: first.text, title: first.text.slice(0, 50) },
      parts: group.map((clip) =>
        clipPart(clip, { load, text: clip.text, gapMs: gapAfter(clip.text, 'paragraph') }),
      ),
    };
  });
}
