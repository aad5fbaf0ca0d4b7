import type { ByteSource } from './byte-source.ts';

const PAGE_BYTES = 64 * 1024;
const PAGES = 16;
/** No piece of a real sound file is larger; a damaged one can ask for anything. */
const LARGEST_READ = 32 * 1024 * 1024;

/**
 * The same source for who may be led astray by what it reads: the last pages are kept, and whoever asks for more than any
 * file needs (a piece of many megabytes, the same places over and over) gets an error instead of going on for ever.
 */
export function boundedSource(source: ByteSource): ByteSource {
  const pages = new Map<number, Promise<Uint8Array>>();
  // About one a packet, and few packets are shorter than this.
  let readsLeft = 50_000 + source.size / 4;
  // Of those that are fetched: what is kept can be looked at as often as the reads allow.
  let bytesLeft = 64 * 1024 * 1024 + source.size * 8;

  const fetch = (at: number, length: number): Promise<Uint8Array> => {
    bytesLeft -= length;
    return source.read(at, length);
  };
  const page = (number: number): Promise<Uint8Array> => {
    const found = pages.get(number) ?? fetch(number * PAGE_BYTES, PAGE_BYTES);
    // Put behind the others: the first one is always the one that was wanted least lately.
    pages.delete(number);
    pages.set(number, found);
    for (const oldest of pages.keys()) {
      if (pages.size <= PAGES) break;
      pages.delete(oldest);
    }
    return found;
  };

  return {
    size: source.size,
    async read(at, length) {
      readsLeft -= 1;
      if (length > LARGEST_READ) throw new Error(`a piece of ${length} bytes was asked for`);
      if (readsLeft < 0 || bytesLeft < 0) throw new Error('the file leads in circles');
      if (length > PAGE_BYTES) return fetch(at, length);
      const first = Math.floor(at / PAGE_BYTES);
      const last = Math.floor((at + Math.max(1, length) - 1) / PAGE_BYTES);
      const start = await page(first);
      const from = at - first * PAGE_BYTES;
      if (first === last) return start.subarray(from, from + length);
      const end = await page(last);
      const whole = new Uint8Array(Math.min(length, start.length - from + end.length));
      whole.set(start.subarray(from));
      whole.set(end.subarray(0, whole.length - (start.length - from)), start.length - from);
      return whole;
    },
    close: () => source.close(),
  };
}
