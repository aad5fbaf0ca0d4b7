/** What of the package is used; it brings no types. */
declare module '@jitsi/rnnoise-wasm/dist/rnnoise.js' {
  interface Rnnoise {
    readonly HEAPF32: Float32Array;
    _malloc(bytes: number): number;
    _free(at: number): void;
    _rnnoise_create(): number;
    _rnnoise_destroy(state: number): void;
    /** Works on 480 samples at `from`, writes them to `to`; answers how sure it is that somebody speaks, 0…1. */
    _rnnoise_process_frame(state: number, to: number, from: number): number;
  }
  const createRnnoise: (options: { wasmBinary: Uint8Array }) => Promise<Rnnoise>;

  // biome-ignore lint/style/noDefaultExport: the package exports it so.
  export default createRnnoise;
}
