import { z } from 'zod';
import { isNameTemplate } from '../../speaking/exporting/name-template.ts';
import { EXPORT_FORMATS } from '../../speaking/exporting/sound-file.ts';
import { SUBTITLE_FORMATS } from '../../speaking/exporting/subtitles.ts';
import { CLIP_TAGS } from '../../speaking/find-clips.ts';
import type { ClipCalls } from '../calls/clips.ts';
import { id, nothing } from './words.ts';

const MOST_CLIPS = 100_000;

const clipId = z.strictObject({ clipId: id });
const clipIds = z.array(id).min(1).max(MOST_CLIPS);
const files = z.strictObject({ clipIds });
const ownAsk = z.strictObject({ voiceId: id, text: z.string().max(10_000) });
const ofExport = z.strictObject({ exportId: id });

/** What files are made of an export, as batches and clips share it. */
export const exportFields = {
  format: z.enum(EXPORT_FORMATS),
  subtitles: z.enum(SUBTITLE_FORMATS).exactOptional(),
  template: z.string().max(200).refine(isNameTemplate).exactOptional(),
  to: z.enum(['folder', 'ask']),
};

export const clipParsers: { readonly [N in keyof ClipCalls]: z.ZodType<ClipCalls[N]['ask']> } = {
  'clip.find': z.strictObject({
    typed: z.string().max(1000),
    voiceId: id.nullable(),
    tag: z.enum(CLIP_TAGS).nullable(),
  }),
  'own.find': ownAsk,
  'own.use': ownAsk,
  'clip.read': z.strictObject({ clipIds: z.array(id).max(500) }),
  'clip.space': nothing,
  'clip.star': z.strictObject({ clipIds, isFavourite: z.boolean() }),
  'clip.discard': z.strictObject({ clipIds }),
  'clip.restore': z.strictObject({ clipIds }),
  'clip.sentences': clipId,
  'clip.saveAs': clipId,
  'clip.export': z.strictObject({ exportId: id, clipIds, as: z.enum(['one', 'each']), ...exportFields }),
  'clip.makeFiles': files,
  'clip.drag': files,
  'clip.copyFiles': files,
  'export.cancel': ofExport,
  'export.show': ofExport,
};
