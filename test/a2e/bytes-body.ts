import type { SampleBody } from '../../electron/a2e/client.ts';

/** These bytes as what is uploaded, in pieces of at most `piece` bytes. */
export function bytesBody(bytes: Uint8Array, piece = 65_536): SampleBody {
  return {
    byteLength: bytes.length,
    async *read() {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    },
  };
}
