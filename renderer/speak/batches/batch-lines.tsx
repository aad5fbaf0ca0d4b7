import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { BatchView } from '../../../electron/contract/calls.ts';
import { FaultPanel } from '../../parts/fault-panel.tsx';
import { BatchLine } from './batch-line.tsx';
import { useLines } from './use-lines.ts';

/** Of a line that was not measured yet, in pixels. */
const LINE_HEIGHT = 88;

/** The lines of a batch, however many: only those in view are drawn, and asked for. */
export function BatchLines({ batch }: { readonly batch: BatchView }) {
  const { known, fault, need } = useLines(batch.id);
  const scroller = useRef<HTMLElement>(null);
  const rows = useVirtualizer({
    count: batch.lines,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    // The height before the first measuring: 400 px, as the style says.
    initialRect: { width: 800, height: 400 },
    overscan: 4,
  });
  const shown = rows.getVirtualItems();
  const first = shown.at(0)?.index ?? 0;
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => need(first, last), [need, first, last]);
  return (
    <>
      {fault === null ? null : <FaultPanel fault={fault} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <section ref={scroller} className="batch-lines" aria-label={`Lines of ${batch.name}`} tabIndex={0}>
        <ol style={{ height: rows.getTotalSize() }}>
          {shown.map(({ key, index, start }) => (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              aria-setsize={batch.lines}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <BatchLine batchId={batch.id} line={known.get(index)} at={index} />
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
