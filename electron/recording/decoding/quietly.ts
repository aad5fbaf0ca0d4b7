/**
 * Does this work, up to its first wait, without a word on the console: the decoders' packages write there of every
 * damaged frame, and what matters of it is in their answers.
 */
export function quietly<T>(work: () => T): T {
  const { error, warn } = console;
  console.error = console.warn = () => undefined;
  try {
    return work();
  } finally {
    Object.assign(console, { error, warn });
  }
}
