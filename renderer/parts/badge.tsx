import type { ReactNode } from 'react';
import { Hint } from './hint.tsx';

/** A word beside a thing: what kind it is. */
export function Badge({ children, tone = 'plain' }: { children: ReactNode; tone?: 'plain' | 'warn' }) {
  return <span className={`badge badge-${tone}`}>{children}</span>;
}

/** Says that no clone spoke here, and which stock voice did. */
export function StockBadge({ stock }: { readonly stock: string }) {
  return (
    <Hint words={`Spoken by the stock voice “${stock}”. It is not a clone.`}>
      <button type="button" className="badge badge-warn">
        stock voice
      </button>
    </Hint>
  );
}
