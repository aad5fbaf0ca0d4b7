/** Seconds from the beginning of something. */
interface Place {
  readonly from: number;
  readonly to: number;
}

/** Places counted through all clips in their order, as places in each of them; one across a join is in both. */
export function flawsByClip(
  clips: readonly { readonly seconds: number }[],
  places: readonly Place[],
): readonly (readonly Place[])[] {
  let start = 0;
  return clips.map(({ seconds }) => {
    const first = start;
    start += seconds;
    return places
      .filter(({ from, to }) => to > first && from < first + seconds)
      .map(({ from, to }) => ({ from: Math.max(0, from - first), to: Math.min(seconds, to - first) }));
  });
}
