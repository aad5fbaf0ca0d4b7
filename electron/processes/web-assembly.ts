/** A compiled WebAssembly module. */
export type WasmModule = object;

interface WebAssemblyHost {
  compile(bytes: Uint8Array): Promise<WasmModule>;
  instantiate(module: WasmModule, imports: object): Promise<{ readonly exports: object }>;
}

/** The part of the platform's `WebAssembly` that is used here: Node's type declarations leave it out. */
export const webAssembly: WebAssemblyHost = (globalThis as unknown as { WebAssembly: WebAssemblyHost })
  .WebAssembly;
