import { Trash2 } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Act } from './act.ts';
import { Button } from './button.tsx';
import { useEscapeKey } from './escape-key.ts';
import { FaultPanel } from './fault-panel.tsx';

interface AskFirstProps {
  /** What is asked, for those who do not see it. */
  readonly about: string;
  /** On the button that does it, such as “Delete”; `busyWords` while it is being done. */
  readonly words: string;
  readonly busyWords: string;
  /** On the button that leaves all as it is. */
  readonly keepWords?: string;
  readonly act: Act;
  onDo(): void;
  onKeep(): void;
  /** What happens, and what stays. */
  readonly children: ReactNode;
}

/** Asks once, in place, before something goes for good. Escape and what has the focus first leave all as it is. */
export function AskFirst(props: AskFirstProps) {
  const { about, words, busyWords, keepWords = 'Keep it', act, onDo, onKeep, children } = props;
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  useEscapeKey(onKeep);
  return (
    <section className="delete" aria-label={about}>
      {children}
      <div className="row">
        <Button
          look="danger"
          icon={<Trash2 size={16} aria-hidden="true" />}
          disabled={act.busy}
          onClick={onDo}
        >
          {act.busy ? busyWords : words}
        </Button>
        <Button look="quiet" ref={keep} onClick={onKeep}>
          {keepWords}
        </Button>
      </div>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </section>
  );
}
