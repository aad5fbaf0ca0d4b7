/** WebAssembly as a data URL, inside the bundle. */
declare module '*.wasm?inline' {
  const dataUrl: string;
  // biome-ignore lint/style/noDefaultExport: so the bundler makes it.
  export default dataUrl;
}
