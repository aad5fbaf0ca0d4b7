import { z } from 'zod';
import { isNameTemplate } from '../speaking/exporting/name-template.ts';
import { EXPORT_FORMATS } from '../speaking/exporting/sound-file.ts';
import { SUBTITLE_FORMATS } from '../speaking/exporting/subtitles.ts';
import { CLIP_TAGS } from '../speaking/find-clips.ts';

/** `clips`, to list and look for them, and `clips export ID…`. */
export const clipsCommand = z
  .strictObject({
    command: z.literal('clips'),
    words: z.array(z.string()),
    search: z.string().optional(),
    tag: z.enum(CLIP_TAGS, `--tag is one of ${CLIP_TAGS.join(', ')}`).optional(),
    out: z.string().optional(),
    format: z.enum(EXPORT_FORMATS, `--format is one of ${EXPORT_FORMATS.join(', ')}`).optional(),
    'one-file': z.boolean().default(false),
    subtitles: z.enum(SUBTITLE_FORMATS, '--subtitles is srt or vtt').optional(),
    template: z.string().refine(isNameTemplate, '--template names a part such as {n} or {text}').optional(),
    json: z.boolean().default(false),
  })
  .refine(({ words: [verb, id] }) => verb === undefined || (verb === 'export' && id !== undefined), {
    message: 'clips takes no words, or export and the IDs of clips',
  })
  .refine(({ words, out }) => words.length > 0 === (out !== undefined), {
    message: 'clips export needs --out, the folder to write into; clips alone has none',
  })
  .refine(
    ({ words, format, subtitles, template, ...more }) =>
      words.length > 0 || (!format && !subtitles && !template && !more['one-file']),
    { message: '--format, --one-file, --subtitles and --template go with clips export' },
  );
