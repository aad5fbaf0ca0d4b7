import type { OwnLine } from '../../electron/cloning/sample/own-lines.ts';
import { mediaPath } from '../../electron/contract/calls.ts';
import { StretchPlayer } from '../parts/sound/stretch-player.tsx';
import { useMirror } from '../store.ts';

/** Play for a sentence that was recorded; nothing where its take is gone. */
export function OwnSound({ own }: { readonly own: OwnLine }) {
  const take = useMirror((snapshot) => snapshot.takes.find(({ id }) => id === own.takeId));
  if (take === undefined) return null;
  return (
    <StretchPlayer
      url={mediaPath('takes', take.id)}
      from={own.from / take.sampleRate}
      to={own.to / take.sampleRate}
      about="your recording"
    />
  );
}
