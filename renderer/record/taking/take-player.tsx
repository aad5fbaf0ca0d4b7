import { useEffect, useState } from 'react';
import { mediaPath } from '../../../electron/contract/calls.ts';
import { type Take, takeSeconds } from '../../../electron/recording/take.ts';
import { Player } from '../../parts/sound/player.tsx';
import { takePoints } from './take-points.ts';

/** Up to here a sound is fetched and drawn as finely as it is; past it that would take seconds, or hundreds of MB. */
const FETCHED_SECONDS = 120;

/** Plays a take. A long one, out of a file, is drawn from what the main process knows and fetched as it is played. */
export function TakePlayer({ take, about }: { readonly take: Take; readonly about: string }) {
  const seconds = takeSeconds(take);
  const isLong = seconds > FETCHED_SECONDS;
  const [points, setPoints] = useState<Float32Array>();
  useEffect(() => {
    let wanted = true;
    if (isLong)
      // Where its course cannot be told it is played all the same.
      void takePoints(take.id).then((told) => wanted && setPoints(told ?? new Float32Array(1)));
    return () => {
      wanted = false;
    };
  }, [take.id, isLong]);
  if (isLong && points === undefined) return <p className="soft small">…</p>;
  return <Player url={mediaPath('takes', take.id)} seconds={seconds} about={about} points={points} />;
}
