// Serves the built preview over app://bundle with the content policy and the nonce of the real window.
const { readFile } = require('node:fs/promises');
const { extname, join } = require('node:path');
const { app, BrowserWindow, protocol } = require('electron');

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wav': 'audio/wav' };
const NONCE = 'preview-nonce';
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' 'nonce-${NONCE}'`,
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "connect-src 'self' blob:",
  "font-src 'self'",
].join('; ');

/** A wave that swells like speech: 16 bit mono, 8 kHz. */
function madeUpWav(seconds) {
  const rate = 8000;
  const samples = Math.round(seconds * rate);
  const wav = Buffer.alloc(44 + samples * 2);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + samples * 2, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(rate, 24);
  wav.writeUInt32LE(rate * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(samples * 2, 40);
  for (let at = 0; at < samples; at++) {
    const t = at / rate;
    const swell = Math.abs(Math.sin(t * 5.3) * Math.sin(t * 1.7 + 1)) * (Math.sin(t * 0.9) > 0.86 ? 0.05 : 1);
    wav.writeInt16LE(Math.round(9000 * swell * Math.sin(t * 900)), 44 + at * 2);
  }
  return wav;
}

async function answer(url) {
  if (url.pathname.startsWith('/media/')) return madeUpWav(12);
  const file = await readFile(join(process.env.PREVIEW_FOLDER, url.pathname));
  return url.pathname.endsWith('.html') ? file.toString().replaceAll('__CSP_NONCE__', NONCE) : file;
}

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
]);
app.whenReady().then(() => {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    const headers = {
      'content-type': TYPES[extname(url.pathname)] ?? 'text/plain',
      'content-security-policy': POLICY,
    };
    return new Response(await answer(url), { headers });
  });
  const window = new BrowserWindow({
    width: 1120,
    height: 760,
    useContentSize: true,
    show: true,
    frame: false,
  });
  window.loadURL('app://bundle/index.html?scene=first');
});
