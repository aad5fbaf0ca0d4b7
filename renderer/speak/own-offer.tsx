import { Mic } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { OwnLine } from '../../electron/cloning/sample/own-lines.ts';
import { call } from '../bridge.ts';
import { useAct } from '../parts/act.ts';
import { Button } from '../parts/button.tsx';
import { useNow } from '../parts/clock.ts';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { undoBar } from '../parts/undo.ts';
import { useMirror } from '../store.ts';
import { OwnSound } from './own-sound.tsx';
import { ownWords } from './own-words.ts';
import type { Speech } from './use-speech.ts';

/** How long nothing is typed before it is looked, in milliseconds. */
const STILL_MS = 200;

/** Where what is written was once recorded: the real recording, in place of made speech. */
export function OwnOffer({ speech }: { readonly speech: Speech }) {
  const own = useOwnLine(speech.voice?.id, speech.draft.text);
  const act = useAct();
  const now = useNow(false);
  if (own === null || speech.voice === undefined) return null;
  const ask = { voiceId: speech.voice.id, text: speech.draft.text.trim() };
  const use = async () => {
    const clip = await act.run(call('own.use', ask));
    if (clip === undefined) return;
    undoBar.offer({
      words: 'Your own recording is used.',
      undo: () => void act.run(call('clip.discard', { clipIds: [clip.id] })),
    });
  };
  return (
    <aside className="own-offer" aria-label="Your own recording">
      <OwnSound own={own} />
      <p className="small">{ownWords(own, now)} It costs nothing, and it is really you.</p>
      <Button
        className="push"
        icon={<Mic size={16} aria-hidden="true" />}
        disabled={act.busy}
        onClick={() => void use()}
      >
        Use your own recording
      </Button>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </aside>
  );
}

/** The recording of these words; null while it is looked for, and where there is none. */
function useOwnLine(voiceId: string | undefined, text: string): OwnLine | null {
  const [own, setOwn] = useState<OwnLine | null>(null);
  const takes = useMirror((snapshot) => snapshot.takes);
  const words = text.trim();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another take may have the words
  useEffect(() => {
    setOwn(null);
    if (voiceId === undefined || words === '' || words.length > 1000) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      const asked = call('own.find', { voiceId, text: words });
      void asked.then(
        (told) => isCurrent && setOwn(told.ok ? told.value : null),
        () => undefined,
      );
    }, STILL_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [voiceId, words, takes]);
  return own;
}
