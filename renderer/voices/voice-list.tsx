import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Voice } from '../../electron/cloning/voice/voice.ts';
import { VoiceCard } from './voice-card.tsx';

/** Up to so many cards are all drawn; of more only those near the visible part. */
const MOST_DRAWN = 40;
/** Of a card that was not measured yet, and between cards, in pixels. */
const CARD_HEIGHT = 176;
const GAP = 12;

/** The cards, however many. */
export function VoiceList({ voices }: { readonly voices: readonly Voice[] }) {
  if (voices.length > MOST_DRAWN) return <LongList voices={voices} />;
  return (
    <ul className="voices">
      {voices.map((voice) => (
        <li key={voice.id}>
          <VoiceCard voice={voice} />
        </li>
      ))}
    </ul>
  );
}

function LongList({ voices }: { readonly voices: readonly Voice[] }) {
  const list = useRef<HTMLUListElement>(null);
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => setMargin(list.current?.offsetTop ?? 0), []);
  const rows = useVirtualizer({
    count: voices.length,
    getScrollElement: () => list.current?.closest('.stage') ?? null,
    estimateSize: () => CARD_HEIGHT,
    getItemKey: (index) => voices[index]?.id ?? index,
    gap: GAP,
    overscan: 3,
    useFlushSync: false,
    scrollMargin: margin,
  });
  return (
    <ul
      ref={list}
      className="voices-long"
      aria-label={`${voices.length} voices`}
      style={{ height: rows.getTotalSize() }}
    >
      {rows.getVirtualItems().map(({ key, index, start }) => {
        const voice = voices[index];
        return voice === undefined ? null : (
          <li
            key={key}
            ref={rows.measureElement}
            data-index={index}
            aria-setsize={voices.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start - margin}px)` }}
          >
            <VoiceCard voice={voice} />
          </li>
        );
      })}
    </ul>
  );
}
