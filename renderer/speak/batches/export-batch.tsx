import type { BatchView } from '../../../electron/contract/calls.ts';
import { call } from '../../bridge.ts';
import { ExportForm, type ExportWish } from '../exporting/export-form.tsx';
import { leftOutWords } from '../exporting/export-words.ts';
import { useExport } from '../exporting/use-export.ts';
import { rowWord } from './line-words.ts';

/** How a batch is taken out, and where it went. */
export function ExportBatch({ batch, onDone }: { readonly batch: BatchView; onDone(): void }) {
  const exporting = useExport(batch.id);
  const save = ({ as, ...wish }: ExportWish) =>
    exporting.run(call('batch.export', { ...wish, batchId: batch.id, as: as === 'one' ? 'one' : 'rows' }));
  return (
    <ExportForm
      about={batch.name}
      exportId={batch.id}
      exporting={exporting}
      manyWords={`One per ${rowWord(batch.rowKind)}`}
      note={leftOutWords({ done: batch.counts.done, lines: batch.lines })}
      onSave={save}
      onDone={onDone}
    />
  );
}
