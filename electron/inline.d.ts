/** WebAssembly as a data URL, inside the bundle. */
declare module '*.wasm?inline' {
  const dataUrl: string;
  // biome-ignore lint/style/noDefaultExport: so the bundler makes it.
  export default dataUrl;
}

/** A picture as a data URL, inside the bundle. */
declare module '*.png?inline' {
  const dataUrl: string;
  // biome-ignore lint/style/noDefaultExport: so the bundler makes it.
  export default dataUrl;
}

/** FFmpeg's libraries with libopus, as libav.js compiles them; where they lie is said in `libav-opus.config.ts`. */
declare module 'libav-opus' {
  // biome-ignore lint/style/noDefaultExport: so the package makes it.
  export default function create(module: object): Promise<unknown>;
}
