import { FolderOpen, X } from 'lucide-react';
import { call } from '../../bridge.ts';
import { useAct } from '../../parts/act.ts';
import { Button } from '../../parts/button.tsx';
import { FaultPanel } from '../../parts/fault-panel.tsx';
import { exportedWords } from './export-words.ts';
import type { Exporting } from './use-export.ts';

/** How far an export is, with its way out; then where it went. */
export function ExportProgress({ exporting, exportId }: { exporting: Exporting; exportId: string }) {
  const { act, progress, paths, canceled } = exporting;
  return (
    <>
      {act.busy ? (
        <div className="row" role="status">
          <span className="small soft number">
            {progress === null ? 'Saving…' : `Saving: ${progress.done} of ${progress.of}`}
          </span>
          <Button look="quiet" icon={<X size={16} aria-hidden="true" />} onClick={exporting.cancel}>
            Cancel
          </Button>
        </div>
      ) : null}
      {canceled ? (
        <p className="small soft" role="status">
          Canceled. Nothing was saved.
        </p>
      ) : null}
      {paths === null || paths.length === 0 ? null : <Exported paths={paths} exportId={exportId} />}
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </>
  );
}

function Exported({ paths, exportId }: { readonly paths: readonly string[]; readonly exportId: string }) {
  const act = useAct();
  return (
    <>
      <div className="row" role="status">
        <span className="small batch-exported">{exportedWords(paths)}</span>
        <Button
          look="quiet"
          icon={<FolderOpen size={16} aria-hidden="true" />}
          onClick={() => void act.run(call('export.show', { exportId }))}
        >
          Show
        </Button>
      </div>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </>
  );
}
