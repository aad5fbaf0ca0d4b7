import { readDocument } from '../../../electron/speaking/documents/read-document.ts';
import { splitText } from '../../../electron/speaking/text/split-text.ts';
import { SAMPLES } from './make-documents.ts';

/** A small generator of numbers 0–1 that gives the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const SPLINTERS = [
  ...[
    '"',
    '""";',
    '<w:p>'.repeat(700),
    '<b>'.repeat(700),
    ' --> ',
    '\0\0',
    '\u202e',
    '\ud83d',
    '&#x110000;',
    ']]>',
    '%%%',
  ],
  ...[
    '```',
    '*'.repeat(300),
    '[['.repeat(300),
    '\ufeff',
    '1\n'.repeat(50),
    'a'.repeat(5000),
    'é'.repeat(500),
  ],
].map((text) => new TextEncoder().encode(text));

/** One of the sample documents with one to six damages: bytes changed, cut out, doubled, put in, or the end torn off. */
export function mutated(random: () => number): { readonly name: string; readonly bytes: Uint8Array } {
  const below = (limit: number) => Math.floor(random() * limit);
  const names = Object.keys(SAMPLES);
  const name = names[below(names.length)] ?? 'a.txt';
  let bytes = SAMPLES[name] ?? new Uint8Array();
  for (let n = 1 + below(6); n > 0; n--) {
    const at = below(bytes.length + 1);
    const length = below(Math.max(1, bytes.length / 4));
    const splinter = SPLINTERS[below(SPLINTERS.length)] ?? new Uint8Array();
    const changed = bytes.slice();
    for (let i = 1 + below(8); i > 0; i--) changed[below(changed.length)] = below(256);
    const ways = [
      changed,
      joined(bytes.subarray(0, at), bytes.subarray(at + length)),
      joined(bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at)),
      joined(bytes.subarray(0, at), splinter, bytes.subarray(at)),
      bytes.subarray(0, at),
    ];
    bytes = ways[below(ways.length)] ?? bytes;
  }
  return { name, bytes };
}

/**
 * Reads and splits so many damaged documents; answers how many were read and how many refused, and throws where one ends
 * in anything else. `beforeEach` may note what is being read.
 */
export async function readMutated(
  count: number,
  seed: number,
): Promise<{ read: number; refused: Readonly<Record<string, number>>; slowestMs: number }> {
  const random = randomFrom(seed);
  const refused: Record<string, number> = {};
  let read = 0;
  let slowestMs = 0;
  for (let i = 0; i < count; i++) {
    const file = mutated(random);
    const began = performance.now();
    const document = await readDocument(file);
    if (document.ok) {
      read++;
      for (const { text } of document.value.lines)
        if (splitText(text, { limit: 200 }).some((piece) => piece.text.length > 200))
          throw new Error(`too long: ${i}`);
    } else refused[document.fault.code] = (refused[document.fault.code] ?? 0) + 1;
    slowestMs = Math.max(slowestMs, performance.now() - began);
  }
  return { read, refused, slowestMs };
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
