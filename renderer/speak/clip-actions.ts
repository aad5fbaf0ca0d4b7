import type { Clip } from '../../electron/speaking/clip.ts';
import { call } from '../bridge.ts';
import type { Act } from '../parts/act.ts';
import { undoBar } from '../parts/undo.ts';

/** Discards clips, and offers for ten seconds to have them back. */
export async function discardClips(clipIds: readonly string[], act: Pick<Act, 'run'>): Promise<boolean> {
  const gone = await act.run(call('clip.discard', { clipIds }));
  if (gone === undefined || gone.length === 0) return false;
  undoBar.offer({
    words: gone.length === 1 ? 'Clip discarded.' : `${gone.length.toLocaleString('en')} clips discarded.`,
    undo: () => void act.run(call('clip.restore', { clipIds: gone })),
  });
  return true;
}

/** Makes them favourites, or no longer. */
export function starClips(clipIds: readonly string[], isFavourite: boolean, act: Pick<Act, 'run'>): void {
  void act.run(call('clip.star', { clipIds, isFavourite }));
}

/** What a list calls a clip for those who cannot see it. */
export function clipAbout({ text }: Pick<Clip, 'text'>): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
