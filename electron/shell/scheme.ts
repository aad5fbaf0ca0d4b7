import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { isOurPage, SCHEME } from './origin.ts';
import { type ServedSound, serveSound } from './serve-sound.ts';

const NONCE_PLACEHOLDER = '__CSP_NONCE__';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wav': 'audio/wav',
};

/** Where a sound the window asks for is kept. */
export type SoundPlace = 'takes' | 'clips' | 'consents' | 'samples' | 'auditions' | 'comparisons';

/** To be called before the app is ready: makes `app://` a secure origin like https, with fetch and media. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

/**
 * Serves the window's files from `root`, and under `/media/<what>/<id>.wav` the sounds `findSound` knows. Nothing else
 * is reachable. Every page carries the content security policy with a fresh nonce.
 */
export function serveScheme(options: {
  session: Session;
  root: string;
  findSound: (what: SoundPlace, id: string) => Promise<ServedSound | undefined>;
}): void {
  options.session.protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url);
    if (!isOurPage(url.href)) return notFound();
    try {
      const media = /^\/media\/(takes|clips|consents|samples|auditions|comparisons)\/([\w-]+)\.wav$/.exec(
        url.pathname,
      );
      if (!media) return await serveFile(options.root, decodeURIComponent(url.pathname));
      const sound = await options.findSound(media[1] as SoundPlace, media[2] ?? '');
      return sound === undefined ? notFound() : await serveSound(sound, request.headers.get('range'));
    } catch {
      return notFound();
    }
  });
}

const notFound = () => new Response('not found', { status: 404 });

async function serveFile(root: string, pathname: string): Promise<Response> {
  const path = normalize(join(root, pathname === '/' ? 'index.html' : pathname));
  const type = TYPES[extname(path)];
  if (!path.startsWith(root + sep) || type === undefined) return notFound();
  const headers = { 'content-type': type, 'x-content-type-options': 'nosniff' };
  if (extname(path) !== '.html') return new Response(new Uint8Array(await readFile(path)), { headers });
  const nonce = randomBytes(16).toString('base64');
  const page = (await readFile(path, 'utf8')).replaceAll(NONCE_PLACEHOLDER, nonce);
  return new Response(page, { headers: { ...headers, 'content-security-policy': policy(nonce) } });
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "connect-src 'self' blob:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
