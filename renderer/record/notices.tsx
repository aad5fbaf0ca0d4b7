import { Info, X } from 'lucide-react';
import { useState } from 'react';
import type { Notice } from '../../electron/contract/calls.ts';
import { IconButton } from '../parts/button.tsx';
import { useMirror } from '../store.ts';

/** What happened before the window was there; each can be put away. */
export function Notices() {
  const notices = useMirror((snapshot) => snapshot.notices);
  return notices.map((notice) => <OneNotice key={noticeWords(notice)} words={noticeWords(notice)} />);
}

/** A notice as a sentence or two. */
export function noticeWords(notice: Notice): string {
  if (notice.is === 'takes-recovered') {
    const what = notice.takeIds.length === 1 ? 'a recording' : `${notice.takeIds.length} recordings`;
    return `Timbre was closed in the middle of ${what}. What was recorded is kept below, marked “recovered”.`;
  }
  return `“${notice.fileName}” could not be read. It was not thrown away: it is kept as “${notice.keptAs}”.`;
}

function OneNotice({ words }: { readonly words: string }) {
  const [open, setOpen] = useState(true);
  if (!open) return null;
  return (
    <div className="notice" role="status">
      <Info size={16} aria-hidden="true" />
      <p className="notice-words">{words}</p>
      <IconButton label="Put away" onClick={() => setOpen(false)}>
        <X size={16} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
