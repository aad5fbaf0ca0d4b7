/** Ways in which a file is damaged on its way: what one round does to a copy of it. */
export function damaged(
  whole: Uint8Array,
  random: () => number,
): { readonly how: string; readonly bytes: Uint8Array } {
  const below = (limit: number) => Math.floor(random() * limit);
  const kind = below(6);
  if (kind === 0) {
    const length = below(whole.length);
    return { how: `cut after ${length} bytes`, bytes: whole.slice(0, length) };
  }
  const bytes = whole.slice();
  if (kind === 1) {
    const [at, length] = [below(whole.length), 1 + below(whole.length / 4)];
    return { how: `${length} zeros at ${at}`, bytes: bytes.fill(0, at, at + length) };
  }
  if (kind === 2) {
    const [from, length, to] = [below(whole.length), 1 + below(512), below(whole.length)];
    bytes.copyWithin(to, from, from + length);
    return { how: `${length} bytes from ${from} again at ${to}`, bytes };
  }
  if (kind === 3) {
    const [at, value] = [below(Math.min(4096, whole.length)), [0xff, 0x7f, 0x80, 0][below(4)] ?? 0];
    bytes.fill(value, at, at + 4);
    return { how: `four bytes of ${value} at ${at}`, bytes };
  }
  // Half of the hits fall where the headers are.
  const hits = 1 + below(24);
  for (let hit = 0; hit < hits; hit++)
    bytes[below(random() < 0.5 ? Math.min(512, whole.length) : whole.length)] = below(256);
  return { how: `${hits} bytes changed`, bytes };
}
