import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from '../../parts/button.tsx';
import { useEscapeKey } from '../../parts/escape-key.ts';
import { useMirror } from '../../store.ts';
import { useWindowState } from '../../window-state.tsx';
import type { CompareStart } from '../use-voices-state.ts';
import { CompareSetup } from './compare-setup.tsx';
import { Listening } from './listening.tsx';
import { Revealed } from './revealed.tsx';

/** Voices compared blind: what they say is chosen, they are heard as A, B, C, and only then named. */
export function CompareScreen({ start }: { readonly start: CompareStart }) {
  const { compare } = useWindowState();
  const id = 'comparisonId' in start ? start.comparisonId : null;
  const comparison = useMirror((snapshot) => snapshot.comparisons.find((one) => one.id === id));
  const top = useRef<HTMLDivElement>(null);
  useEscapeKey(() => compare(null));
  // The list may have been scrolled far down.
  useEffect(() => top.current?.closest('.stage')?.scrollTo(0, 0), []);
  return (
    <div className="screen" ref={top}>
      <div className="row">
        <h1>Compare voices</h1>
        <Button
          look="quiet"
          className="push"
          icon={<ArrowLeft size={16} aria-hidden="true" />}
          onClick={() => compare(null)}
        >
          All voices
        </Button>
      </div>
      {'voiceId' in start ? <CompareSetup voiceId={start.voiceId} /> : null}
      {comparison === undefined ? null : comparison.ranking === undefined ? (
        <Listening comparison={comparison} />
      ) : (
        <Revealed comparison={comparison} ranking={comparison.ranking} />
      )}
    </div>
  );
}
