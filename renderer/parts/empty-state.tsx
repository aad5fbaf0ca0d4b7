import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly icon: ReactNode;
  /** What to do next, in one sentence. */
  readonly words: string;
  readonly children?: ReactNode;
}

/** What a screen shows while it has nothing: one sentence and at most one button. */
export function EmptyState({ icon, words, children }: EmptyStateProps) {
  return (
    <div className="empty">
      <span className="empty-icon" aria-hidden="true">
        {icon}
      </span>
      <p>{words}</p>
      {children}
    </div>
  );
}
