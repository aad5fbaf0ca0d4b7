import { ConsoleStdout, File, OpenFile, PreopenDirectory, WASI } from '@bjorn3/browser_wasi_shim';
import { type WasmModule, webAssembly } from '../processes/web-assembly.ts';
import { fail, ok, type Result } from '../result.ts';
import type { SpeakRequest } from './synthesizer.ts';

/** Length of a WAV header: a file of no more holds no sound. */
const HEADER_BYTES = 44;

/**
 * Has Flite (http://cmuflite.org, compiled to WebAssembly) speak one text: a WAV file of 16 kHz, 16 bits, mono. Blocks
 * its thread for about a fiftieth of the sound's length. Pace goes through `duration_stretch`, its inverse. The text
 * must be as `fliteText` makes it; it is handed over as a file in memory: Flite sees no other file, no environment and no network.
 */
export async function speakWithFlite(
  flite: WasmModule,
  { text, voice, rate }: SpeakRequest,
): Promise<Result<Uint8Array<ArrayBuffer>, 'synthesizer-failed'>> {
  const files = new PreopenDirectory(
    '.',
    new Map([['text.txt', new File(new TextEncoder().encode(`${text}\n`))]]),
  );
  const said: string[] = [];
  const hear = () => ConsoleStdout.lineBuffered((line) => said.push(line));
  const stretch = (1 / rate).toFixed(4);
  const wasi = new WASI(
    ['flite', '-voice', voice, '--setf', `duration_stretch=${stretch}`, '-f', 'text.txt', '-o', 'speech.wav'],
    [],
    [new OpenFile(new File(new Uint8Array())), hear(), hear(), files],
    { debug: false },
  );
  try {
    const instance = await webAssembly.instantiate(flite, { wasi_snapshot_preview1: wasi.wasiImport });
    const code = wasi.start(instance as unknown as Parameters<typeof wasi.start>[0]);
    const speech = files.dir.contents.get('speech.wav');
    if (code === 0 && speech instanceof File && speech.data.length > HEADER_BYTES)
      return ok(new Uint8Array(speech.data));
    const detail = `Flite ended with ${code} and no sound ${said.join(' ').slice(0, 200)}`.trim();
    return fail('synthesizer-failed', { detail });
  } catch (error) {
    return fail('synthesizer-failed', {
      detail: error instanceof Error ? error.message : String(error),
    });
  }
}
