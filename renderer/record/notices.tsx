import { Info, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Notice } from '../../electron/contract/calls.ts';
import type { Take } from '../../electron/recording/take.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { useMirror } from '../store.ts';
import { keptTakes } from './sample/sample-parts.ts';
import { useSample } from './sample/use-sample.ts';
import { useTakeIn } from './take-in/take-in-recordings.tsx';
import { TakePlayer } from './taking/take-player.tsx';

/** What happened before the window was there; each can be put away. A recording that outlived its app is an offer. */
export function Notices() {
  const notices = useMirror((snapshot) => snapshot.notices);
  return notices.map((notice) =>
    notice.is === 'takes-recovered' ? (
      <Recovered key={noticeWords(notice)} words={noticeWords(notice)} takeIds={notice.takeIds} />
    ) : (
      <OneNotice key={noticeWords(notice)} words={noticeWords(notice)} />
    ),
  );
}

/** A notice as a sentence or two. */
export function noticeWords(notice: Notice): string {
  if (notice.is === 'takes-recovered') {
    const what = notice.takeIds.length === 1 ? 'a recording' : `${notice.takeIds.length} recordings`;
    return `Timbre was closed in the middle of ${what}. Everything up to that moment is kept.`;
  }
  return `“${notice.fileName}” could not be read. It was not thrown away: it is kept as “${notice.keptAs}”.`;
}

/** Recordings that were going on when the app ended: to hear, and to use. */
function Recovered({ words, takeIds }: { readonly words: string; readonly takeIds: readonly string[] }) {
  const all = useMirror((snapshot) => snapshot.takes);
  const { parts } = useSample();
  const takeIn = useTakeIn();
  const takes = keptTakes(all).filter(({ id }) => takeIds.includes(id));
  const isUsed = (take: Take) => parts.some(({ takeId }) => takeId === take.id);
  return (
    <OneNotice words={words}>
      {takes.map((take) => (
        <div key={take.id} className="row recovered">
          <TakePlayer take={take} about="the kept recording" />
          <Button disabled={isUsed(take)} onClick={() => void takeIn(take)}>
            {isUsed(take) ? 'In the sample' : 'Use it'}
          </Button>
        </div>
      ))}
    </OneNotice>
  );
}

function OneNotice({ words, children }: { readonly words: string; readonly children?: ReactNode }) {
  const [open, setOpen] = useState(true);
  if (!open) return null;
  return (
    <div className="notice" role="status">
      <Info size={16} aria-hidden="true" />
      <div className="notice-words">
        <p>{words}</p>
        {children}
      </div>
      <IconButton label="Put away" onClick={() => setOpen(false)}>
        <X size={16} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
