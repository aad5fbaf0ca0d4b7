import { resolve } from 'node:path';

const BUILD = resolve(
  import.meta.dirname,
  'node_modules/@libav.js/variant-opus-af/dist/libav-6.10.9.0-opus-af.wasm',
);

/** libav.js lets one import its own loader only, which looks for files beside it; bundled, they are named here. */
export const libavOpus = [
  { find: /^libav-opus$/, replacement: `${BUILD}.mjs` },
  { find: /^libav-opus\.wasm/, replacement: `${BUILD}.wasm` },
];
