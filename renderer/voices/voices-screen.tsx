import { AudioLines, Mic, SearchX } from 'lucide-react';
import { useMemo, useState } from 'react';
import { findVoices } from '../../electron/cloning/voice/find-voices.ts';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { useMirror } from '../store.ts';
import { useWindowState } from '../window-state.tsx';
import { CompareScreen } from './compare/compare-screen.tsx';
import { ComparisonsDue } from './compare/comparisons-due.tsx';
import { PublicVoices } from './public-voices.tsx';
import { LastReceipt, Receipts } from './receipts.tsx';
import { useInOrder, usePrepared } from './use-long-library.ts';
import { VoiceList } from './voice-list.tsx';
import { allTags } from './voice-search.ts';
import { VoicesToolbar } from './voices-toolbar.tsx';

/** The library of voices: looked for as one types, sorted, compared with the account; or two of them compared blind. */
export function VoicesScreen() {
  const { comparing } = useWindowState();
  return comparing === null ? <Library /> : <CompareScreen start={comparing} />;
}

function Library() {
  const { voiceView, setVoiceView } = useWindowState();
  const all = useMirror((snapshot) => snapshot.voices);
  const [showsReceipts, setShowsReceipts] = useState(false);
  const [showsPublic, setShowsPublic] = useState(false);
  const sorted = useInOrder(all, voiceView.order);
  usePrepared(all);
  const tags = useMemo(() => allTags(all), [all]);
  const [cleared, setCleared] = useState(0);
  const { typed, tag } = voiceView;
  const found = useMemo(() => findVoices(sorted, { typed, tag }), [sorted, typed, tag]);
  const showAll = () => {
    setVoiceView((view) => ({ ...view, typed: '', tag: null }));
    setCleared((times) => times + 1);
  };
  return (
    <div className="screen">
      <h1>Voices</h1>
      <VoicesToolbar
        view={voiceView}
        onView={setVoiceView}
        cleared={cleared}
        count={{ found: found.length, all: all.length }}
        tags={tags}
        receipts={{ shown: showsReceipts, show: setShowsReceipts }}
        publicVoices={{ shown: showsPublic, show: setShowsPublic }}
      />
      <ComparisonsDue />
      <LastReceipt />
      {showsReceipts ? <Receipts /> : null}
      {showsPublic ? <PublicVoices /> : null}
      {all.length === 0 ? <NoVoices /> : <VoiceList voices={found} />}
      {all.length > 0 && found.length === 0 ? (
        <EmptyState icon={<SearchX size={26} />} words="No voice has all of these words.">
          <Button onClick={showAll}>Show all</Button>
        </EmptyState>
      ) : null}
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
