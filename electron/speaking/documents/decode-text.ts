/**
 * The text of a file whose encoding nobody names: by its byte order mark, else UTF-8 where it is valid, else UTF-16 where
 * every other byte is zero, else Windows-1252 (what Latin-1 files really are). Line ends become `\n`; NULs are dropped.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = decodeAs(encodingOf(bytes), bytes);
  return text.replace(/\r\n?/g, '\n').replaceAll('\0', '');
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

function encodingOf(bytes: Uint8Array): Encoding {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return zeroPattern(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
}

/** Latin text in UTF-16 has a zero in nearly every second byte. */
function zeroPattern(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, 4096) & ~1;
  const zeros = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const isMost = (count: number, other: number) =>
    length >= 4 && count > length * 0.35 && other < length * 0.05;
  return isMost(odd, even) ? 'utf-16le' : isMost(even, odd) ? 'utf-16be' : undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function decodeAs(encoding: Encoding, bytes: Uint8Array): string {
  if (encoding !== 'utf-16be') return new TextDecoder(encoding).decode(bytes);
  // Swapped by hand: not every build of Node knows the big-endian form.
  const swapped = bytes.slice(0, bytes.length & ~1);
  for (let i = 0; i < swapped.length; i += 2) {
    const first = swapped[i] ?? 0;
    swapped[i] = swapped[i + 1] ?? 0;
    swapped[i + 1] = first;
  }
  return new TextDecoder('utf-16le').decode(swapped);
}
