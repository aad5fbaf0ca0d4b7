import { z } from 'zod';
import { MOST_LINES } from '../../speaking/batches/batch.ts';
import { DOCUMENT_LIMITS } from '../../speaking/documents/document.ts';
import type { BatchCalls } from '../calls/batches.ts';
import { exportFields } from './clips.ts';
import { id, pronunciations, speed } from './words.ts';

const lineId = z.string().max(100);
const ofBatch = z.strictObject({ batchId: id });
const ofLine = z.strictObject({ batchId: id, lineId });
const text = z.string().max(DOCUMENT_LIMITS.characters);
const source = z.union([
  z.strictObject({ is: z.literal('text'), text }),
  z.strictObject({ is: z.literal('draft'), id }),
]);
const by = z.enum(['sentence', 'limit']);
const someLines = z.array(lineId).min(1).max(MOST_LINES);
const chosenLines = z.union([someLines, z.literal('all')]);
const before = lineId.nullable();
const change = z.discriminatedUnion('is', [
  z
    .strictObject({
      is: z.literal('edit'),
      lineIds: chosenLines,
      text: text.exactOptional(),
      spokenAs: text.nullable().exactOptional(),
      voiceId: id.exactOptional(),
      speed: speed.exactOptional(),
    })
    .refine(
      ({ lineIds, ...words }) => lineIds.length === 1 || !('text' in words || 'spokenAs' in words),
      'words are of one line',
    ),
  z.strictObject({
    is: z.literal('insert'),
    before,
    text,
    voiceId: id.exactOptional(),
    speed: speed.exactOptional(),
  }),
  z.strictObject({ is: z.literal('remove'), lineIds: chosenLines }),
  z.strictObject({ is: z.literal('move'), lineIds: someLines, before }),
]);
const credits = z.number().int().min(1).max(1_000_000_000);

export const batchParsers: { readonly [N in keyof BatchCalls]: z.ZodType<BatchCalls[N]['ask']> } = {
  'speech.estimate': z.strictObject({
    voiceId: id,
    from: source,
    by: by.exactOptional(),
    pronunciations: pronunciations.exactOptional(),
  }),
  'speech.language': z.strictObject({ voiceId: id, from: source }),
  'document.read': z.strictObject({ name: z.string().max(1000), bytes: z.instanceof(Uint8Array) }),
  'batch.make': z.strictObject({
    name: z.string().max(1000),
    voiceId: id,
    speed: z.number().exactOptional(),
    from: source,
    by: by.exactOptional(),
    pronunciations: pronunciations.exactOptional(),
    ceiling: credits.exactOptional(),
  }),
  'batch.lines': z.strictObject({
    batchId: id,
    from: z.number().int().nonnegative(),
    count: z.number().int().min(1).max(500),
  }),
  'batch.track': ofBatch,
  'batch.change': z.strictObject({ batchId: id, change }),
  'batch.undo': ofBatch,
  'batch.redo': z.strictObject({ batchId: id, lineIds: someLines }),
  'batch.useOwn': ofLine,
  'batch.putBack': ofLine,
  'batch.cancel': ofBatch,
  'batch.retry': ofBatch,
  'batch.setCeiling': z.strictObject({ batchId: id, credits: credits.nullable() }),
  'batch.reorder': z.strictObject({ batchId: id, to: z.enum(['first', 'last']) }),
  'batch.remove': ofBatch,
  'batch.export': z.strictObject({
    batchId: id,
    as: z.enum(['one', 'rows']),
    ...exportFields,
    loudness: z.number().min(-40).max(-6).exactOptional(),
  }),
  'queue.pause': z.strictObject({ isPaused: z.boolean() }),
};
