import { webAssembly } from '../../processes/web-assembly.ts';

/** What is needed of FFmpeg's libraries as libav.js compiles them. */
interface Libav {
  ff_init_encoder(
    name: string,
    options: {
      readonly ctx: Readonly<Record<string, number>>;
      readonly time_base: readonly [number, number];
      readonly options: Readonly<Record<string, string>>;
    },
  ): Promise<readonly [codec: number, context: number, frame: number, packet: number, frameSize: number]>;
  ff_encode_multi(
    context: number,
    frame: number,
    packet: number,
    frames: readonly object[],
    isLast: boolean,
  ): Promise<readonly { readonly data: Uint8Array }[]>;
  ff_free_encoder(context: number, frame: number, packet: number): Promise<void>;
  AVCodecContext_extradata(context: number): Promise<number> | number;
  AVCodecContext_extradata_size(context: number): Promise<number> | number;
  copyout_u8(at: number, length: number): Promise<Uint8Array> | Uint8Array;
}

/** The rates that Opus takes, in Hz (RFC 6716, section 2). */
export const OPUS_RATES = [8000, 12_000, 16_000, 24_000, 48_000] as const;

/** An Opus packet is 20 ms. */
export const OPUS_PACKET_SECONDS = 0.02;
/** Bits a second for one voice: full band, transparent for speech (Xiph's recommendation begins at 40). */
const BITRATE = 64_000;
/** Packets that are made before others have their turn: some 20 ms of work. */
const AT_A_STRETCH = 20;
/** `AV_SAMPLE_FMT_FLT` and `AV_CH_LAYOUT_MONO` of FFmpeg. */
const [FLOATS, MONO] = [3, 4] as const;

/** Makes Opus packets of mono sound, −1…1. */
export interface OpusEncoder {
  /** The identification header (RFC 7845, section 5.1). */
  readonly head: Uint8Array;
  /** The packets that are whole by now. */
  add(samples: Float32Array): Promise<readonly Uint8Array[]>;
  /** Those that are left, the last filled up with silence. */
  finish(): Promise<readonly Uint8Array[]>;
  free(): Promise<void>;
}

let loaded: Promise<Libav> | undefined;

/** Opens libopus, compiled to WebAssembly with FFmpeg by libav.js. `sampleRate` is one of `OPUS_RATES`. */
export async function openOpusEncoder(sampleRate: number): Promise<OpusEncoder> {
  loaded ??= loadLibav();
  const libav = await loaded;
  const [, context, frame, packet, size] = await libav.ff_init_encoder('libopus', {
    ctx: { bit_rate: BITRATE, sample_fmt: FLOATS, sample_rate: sampleRate, channel_layout: MONO },
    time_base: [1, sampleRate],
    options: { application: 'audio' },
  });
  const extra = await libav.AVCodecContext_extradata(context);
  const head = await libav.copyout_u8(extra, await libav.AVCodecContext_extradata_size(context));
  let waiting = new Float32Array();
  let at = 0;

  const frameOf = (data: Float32Array) => {
    const pts = at;
    at += data.length;
    return { data, pts, format: FLOATS, channel_layout: MONO, channels: 1, sample_rate: sampleRate };
  };
  const encode = async (samples: Float32Array, isLast: boolean): Promise<readonly Uint8Array[]> => {
    const packets: Uint8Array[] = [];
    const stretch = size * AT_A_STRETCH;
    for (let from = 0; from === 0 || from < samples.length; from += stretch) {
      const frames = [];
      for (let i = from; i < Math.min(samples.length, from + stretch); i += size)
        frames.push(frameOf(samples.slice(i, i + size)));
      const isEnd = isLast && from + stretch >= samples.length;
      const made = await libav.ff_encode_multi(context, frame, packet, frames, isEnd);
      packets.push(...made.map(({ data }) => data));
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    return packets;
  };
  return {
    head: head.slice(),
    async add(samples) {
      const all = joined(waiting, samples);
      const whole = all.length - (all.length % size);
      waiting = all.slice(whole);
      return whole === 0 ? [] : encode(all.subarray(0, whole), false);
    },
    async finish() {
      const last = new Float32Array(waiting.length === 0 ? 0 : size);
      last.set(waiting);
      return encode(last, true);
    },
    free: () => libav.ff_free_encoder(context, frame, packet),
  };
}

function joined(a: Float32Array, b: Float32Array): Float32Array<ArrayBuffer> {
  const out = new Float32Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}

/** Loaded when the first such file is made: it is large, and most never need it. */
async function loadLibav(): Promise<Libav> {
  const [{ default: create }, { default: dataUrl }] = await Promise.all([
    import('libav-opus'),
    import('libav-opus.wasm?inline'),
  ]);
  const module = await webAssembly.compile(Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64'));
  const made = await create({
    instantiateWasm(imports: object, receive: (instance: object) => void) {
      void webAssembly.instantiate(module, imports).then(receive);
      return {};
    },
  });
  return made as Libav;
}
