import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { type Answer, refused } from './answer.ts';
import type { RawCall } from './router.ts';

/**
 * Serves one file to anyone who knows its name (names are 128 random bits). GET and HEAD; nothing in it may run in a
 * browser, whatever its type says. Answers 404 where it is gone.
 */
export async function serveFile(
  { request, response }: Pick<RawCall, 'request' | 'response'>,
  { file, contentType }: { file: string; contentType: string },
): Promise<Answer | undefined> {
  const handle = await open(file, 'r').catch(() => undefined);
  if (!handle) return refused(404, 'There is no such file.');
  try {
    const { size } = await handle.stat();
    response.writeHead(200, {
      'Content-Type': contentType,
      'Content-Length': size,
      'Cache-Control': 'private, max-age=3600',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    });
    if (request.method === 'HEAD' || size === 0) response.end();
    // Exactly what was announced, even where the file grows meanwhile. A caller that hangs up is no error.
    else
      await pipeline(handle.createReadStream({ autoClose: false, start: 0, end: size - 1 }), response).catch(
        () => {},
      );
    return undefined;
  } finally {
    await handle.close();
  }
}
