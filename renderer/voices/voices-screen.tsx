import { AudioLines, Mic } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { useMirror } from '../store.ts';
import { useWindowState } from '../window-state.tsx';
import { VoiceCard } from './voice-card.tsx';

/** Voices, newest first. */
export function VoicesScreen() {
  const all = useMirror((snapshot) => snapshot.voices);
  const voices = useMemo(() => [...all].sort((a, b) => b.createdAt - a.createdAt), [all]);
  return (
    <div className="screen">
      <h1>Voices</h1>
      {voices.length === 0 ? <NoVoices /> : null}
      <ul className="voices">
        {voices.map((voice) => (
          <li key={voice.id}>
            <VoiceCard voice={voice} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function NoVoices() {
  const { go } = useWindowState();
  return (
    <EmptyState
      icon={<AudioLines size={26} />}
      words="Record yourself for half a minute, and make your first voice."
    >
      <Button look="primary" icon={<Mic size={18} aria-hidden="true" />} onClick={() => go('record')}>
        Record yourself
      </Button>
    </EmptyState>
  );
}
