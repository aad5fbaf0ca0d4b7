import { type FileHandle, open } from 'node:fs/promises';

/** How much of a sound is in memory at a time, in bytes. */
const PIECE_BYTES = 256 * 1024;

/** The path of a WAV file, or the file itself where it is nowhere on disk. */
export type ServedSound = string | Uint8Array<ArrayBuffer>;

/**
 * A WAV as an answer, whole or the one range that a player asks for when it seeks (RFC 9110, section 14). One on disk is
 * read piece by piece as it is wanted, since a sound can be hours long. Throws where there is no such file.
 */
export async function serveSound(sound: ServedSound, range: string | null): Promise<Response> {
  if (typeof sound !== 'string')
    return answerRange(sound.length, range, (from, to) => sound.subarray(from, to + 1));
  const file = await open(sound, 'r');
  const answer = answerRange((await file.stat()).size, range, (from, to) => piecesOf(file, from, to));
  if (answer.body === null) await file.close();
  return answer;
}

function answerRange(
  size: number,
  range: string | null,
  body: (from: number, to: number) => ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>,
): Response {
  const asked = rangeOf(range, size);
  if (asked && (asked.from > asked.to || asked.from >= size))
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}` } });
  const { from, to } = asked ?? { from: 0, to: size - 1 };
  return new Response(body(from, to), {
    status: asked ? 206 : 200,
    headers: {
      'content-type': 'audio/wav',
      'content-length': String(to - from + 1),
      'accept-ranges': 'bytes',
      'cache-control': 'no-store',
      ...(asked && { 'content-range': `bytes ${from}-${to}/${size}` }),
    },
  });
}

/** First and last byte, both included; undefined where the whole is wanted, or several ranges, which are not served. */
function rangeOf(range: string | null, size: number): { from: number; to: number } | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (from !== '') return { from: Number(from), to: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
  // The last so many bytes.
  return to === '' ? undefined : { from: Math.max(0, size - Number(to)), to: size - 1 };
}

/** The file is closed at the end, at an error, and when nobody reads on. */
function piecesOf(file: FileHandle, from: number, to: number): ReadableStream<Uint8Array> {
  let at = from;
  return new ReadableStream({
    async pull(controller) {
      const bytes = new Uint8Array(Math.min(PIECE_BYTES, to - at + 1));
      try {
        const { bytesRead } = await file.read(bytes, 0, bytes.length, at);
        at += bytesRead;
        if (bytesRead > 0) controller.enqueue(bytes.subarray(0, bytesRead));
        if (bytesRead > 0 && at <= to) return;
        await file.close();
        controller.close();
      } catch (error) {
        await file.close().catch(() => undefined);
        controller.error(error);
      }
    },
    cancel: () => file.close(),
  });
}
