import { Star } from 'lucide-react';
import type { Clip } from '../../electron/speaking/clip.ts';
import { Badge, StockBadge } from '../parts/badge.tsx';
import { Hint } from '../parts/hint.tsx';
import { speedWords } from '../parts/speed-slider.tsx';
import { doubtWords } from './batches/line-words.ts';

/** What a clip is besides its words: favourite, a real recording, by a stock voice, at another speed, to be heard again. */
export function ClipBadges({ clip, hasStar = true }: { readonly clip: Clip; readonly hasStar?: boolean }) {
  return (
    <>
      {clip.isFavourite && hasStar ? <Star className="clip-star" size={14} aria-label="Favourite" /> : null}
      {clip.recording === undefined ? null : <RecordingBadge />}
      {clip.stock === undefined ? null : <StockBadge stock={clip.stock} />}
      {clip.speed === 1 || clip.recording !== undefined ? null : <Badge>{speedWords(clip.speed)}</Badge>}
      {(clip.doubts ?? []).map((doubt) => (
        <Badge key={doubt} tone="warn">
          {doubtWords(doubt)}
        </Badge>
      ))}
    </>
  );
}

/** Says that nothing was made here: the person said it. */
export function RecordingBadge() {
  return (
    <Hint words="Your own recording. It is not AI-generated, and its files say so.">
      <button type="button" className="badge badge-own">
        your recording
      </button>
    </Hint>
  );
}
