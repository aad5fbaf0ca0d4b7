import { Copy, Download, Star, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../bridge.ts';
import { useAct } from '../../parts/act.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { FaultPanel } from '../../parts/fault-panel.tsx';
import { discardClips, starClips } from '../clip-actions.ts';
import { ExportForm, type ExportWish } from '../exporting/export-form.tsx';
import { useExport } from '../exporting/use-export.ts';
import { clipsWords } from './history-words.ts';

/** Under this name the export of what is chosen runs. */
const EXPORT_ID = 'history';

interface ChosenBarProps {
  /** In the order of the list: newest first. */
  readonly clipIds: readonly string[];
  onClear(): void;
}

/** What can be done with what is chosen. Its place is kept while nothing is. */
export function ChosenBar({ clipIds, onClear }: ChosenBarProps) {
  const [exports, setExports] = useState(false);
  const act = useAct();
  if (clipIds.length === 0)
    return (
      <p className="row small soft chosen-bar">Click a clip to choose it, with Shift or Ctrl several.</p>
    );
  return (
    <div className="chosen">
      <div className="row chosen-bar">
        <p className="small number" aria-live="polite">{`${clipsWords(clipIds.length)} chosen`}</p>
        <div className="row push">
          <Button
            look="quiet"
            icon={<Star size={16} aria-hidden="true" />}
            disabled={act.busy}
            onClick={() => starClips(clipIds, true, act)}
          >
            Favourite
          </Button>
          <Button
            look="quiet"
            icon={<Copy size={16} aria-hidden="true" />}
            disabled={act.busy}
            title="Copy as files"
            onClick={() => void act.run(call('clip.copyFiles', { clipIds }))}
          >
            Copy
          </Button>
          <Button
            look="quiet"
            icon={<Download size={16} aria-hidden="true" />}
            aria-expanded={exports}
            onClick={() => setExports(!exports)}
          >
            Export…
          </Button>
          <Button
            look="quiet"
            icon={<Trash2 size={16} aria-hidden="true" />}
            disabled={act.busy}
            onClick={() => void discardClips(clipIds, act)}
          >
            Discard
          </Button>
          <IconButton label="Choose none" onClick={onClear}>
            <X size={16} aria-hidden="true" />
          </IconButton>
        </div>
      </div>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
      {exports ? <ExportChosen clipIds={clipIds} onDone={() => setExports(false)} /> : null}
    </div>
  );
}

function ExportChosen({ clipIds, onDone }: { readonly clipIds: readonly string[]; onDone(): void }) {
  const exporting = useExport(EXPORT_ID);
  // As they were spoken: the first of them first.
  const save = ({ as, ...wish }: ExportWish) =>
    exporting.run(
      call('clip.export', {
        ...{ ...wish, exportId: EXPORT_ID, clipIds: clipIds.toReversed() },
        as: as === 'one' ? 'one' : 'each',
      }),
    );
  return (
    <ExportForm
      about={clipsWords(clipIds.length)}
      exportId={EXPORT_ID}
      exporting={exporting}
      {...(clipIds.length > 1 && { manyWords: 'One per clip' })}
      startsAs="many"
      onSave={save}
      onDone={onDone}
    />
  );
}
