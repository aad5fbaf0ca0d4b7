import { z } from 'zod';
import { A2E_MODELS } from '../../a2e/wire.ts';
import { MOST_PRONUNCIATIONS } from '../../cloning/voice/manner.ts';

/** What the files of a voice end in. */
export const VOICE_FILE_ENDING = 'timbrevoice';
export const MANIFEST_NAME = 'manifest.json';
/** Holds the SHA-256 of the description, hexadecimal: so that nothing in it changes unseen, the words of the consent above all. */
export const SEAL_NAME = 'manifest.sha256';
export const CONSENT_NAME = 'consent.wav';

/** The name of part `index` of the sample. */
export function sampleName(index: number): string {
  return `sample/${index}.wav`;
}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const words = (most: number) => z.string().max(most);
const time = z.number().finite().nonnegative();

/** The newest that this version reads: its description is sealed. 2 is one that says how the voice speaks, 1 neither. */
export const VOICE_FILE_VERSION = 3;

/** Only this is looked at before the rest: a file of a newer version says so, whatever else is in it. */
export const manifestHead = z.looseObject({
  format: z.literal('timbrevoice'),
  version: z.number().int().positive(),
});

/**
 * The description of a voice in its file: what it is, where its clone lives, what its sample is made of, and how its
 * speaker agreed. No token, no link, no path of a computer.
 */
export const manifestSchema = z.strictObject({
  format: z.literal('timbrevoice'),
  version: z.literal([1, 2, VOICE_FILE_VERSION]),
  savedAt: time,
  voice: z.strictObject({
    name: words(200).min(1),
    server: words(500),
    model: z.enum(A2E_MODELS),
    language: z.string().regex(/^[a-z]{2,3}$/),
    region: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .exactOptional(),
    gender: z.enum(['female', 'male']),
    createdAt: time,
    tags: z.array(words(40).min(1)).max(20).exactOptional(),
    note: words(2000).exactOptional(),
    speed: z.number().min(0.5).max(2).exactOptional(),
    pronunciations: z
      .array(z.strictObject({ word: words(200).min(1), spoken: words(1000) }))
      .max(MOST_PRONUNCIATIONS)
      .exactOptional(),
  }),
  /** The clone on its server; absent where there was none. */
  clone: z
    .strictObject({
      remoteId: z.string().regex(/^[\x21-\x7e]{1,200}$/),
      speakerId: z
        .string()
        .regex(/^[\x21-\x7e]{1,200}$/)
        .exactOptional(),
      stock: words(100).exactOptional(),
    })
    .exactOptional(),
  sample: z.array(z.strictObject({ sha256, sentence: z.number().int().min(0).exactOptional() })).max(100),
  consent: z.strictObject({
    at: time,
    how: z.enum(['spoken', 'statement', 'ticked', 'command-line', 'elsewhere']),
    /** Of the sound in which the speaker agrees. */
    record: z.strictObject({ text: words(5000), sha256, seconds: time }).exactOptional(),
  }),
});

export type Manifest = z.infer<typeof manifestSchema>;
