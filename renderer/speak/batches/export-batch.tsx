import { Download, FolderOpen } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import type { BatchView, Events, ExportBatch as ExportAsk } from '../../../electron/contract/calls.ts';
import { EXPORT_FORMATS } from '../../../electron/speaking/exporting/sound-file.ts';
import { call, on } from '../../bridge.ts';
import { useAct } from '../../parts/act.ts';
import { Button } from '../../parts/button.tsx';
import { FaultPanel } from '../../parts/fault-panel.tsx';
import { Segments } from '../../parts/segments.tsx';
import { exportedWords, leftOutWords } from './export-words.ts';
import { rowWord } from './line-words.ts';

const FORMATS = EXPORT_FORMATS.map((value) => ({ value, words: value.toUpperCase() }));
const filesOf = (kind: BatchView['rowKind']) =>
  [
    { value: 'one', words: 'One file' },
    { value: 'rows', words: `One per ${rowWord(kind)}` },
  ] as const;
const SUBTITLES = [
  { value: 'none', words: 'None' },
  { value: 'srt', words: 'SRT' },
  { value: 'vtt', words: 'VTT' },
] as const;

/** How it is taken out, and where it went. */
export function ExportBatch({ batch, onDone }: { readonly batch: BatchView; onDone(): void }) {
  const [format, setFormat] = useState<ExportAsk['format']>('mp3');
  const [as, setAs] = useState<ExportAsk['as']>('one');
  const [subtitles, setSubtitles] = useState<'none' | 'srt' | 'vtt'>('none');
  const [paths, setPaths] = useState<readonly string[]>();
  const name = useId();
  const act = useAct();
  const save = async () => {
    setPaths(undefined);
    const written = await act.run(
      call('batch.export', {
        ...{ batchId: batch.id, format, as },
        ...(subtitles !== 'none' && { subtitles }),
      }),
    );
    setPaths(written ?? undefined);
  };
  const leftOut = leftOutWords({ done: batch.counts.done, lines: batch.lines });
  return (
    <fieldset className="batch-panel" aria-label={`Export ${batch.name}`}>
      <div className="export-fields">
        <Segments
          legend="Format"
          name={`${name}-format`}
          value={format}
          options={FORMATS}
          onChoose={(value) => setFormat(value)}
        />
        <Segments
          legend="Files"
          name={`${name}-files`}
          value={as}
          options={filesOf(batch.rowKind)}
          onChoose={(value) => setAs(value)}
        />
        <Segments
          legend="Subtitles"
          name={`${name}-subtitles`}
          value={subtitles}
          options={SUBTITLES}
          onChoose={(value) => setSubtitles(value)}
        />
      </div>
      {leftOut === '' ? null : <p className="soft small">{leftOut}</p>}
      <div className="row">
        <Button
          look="primary"
          icon={<Download size={16} aria-hidden="true" />}
          disabled={act.busy}
          onClick={() => void save()}
        >
          Choose a folder and save
        </Button>
        <Button onClick={onDone}>Close</Button>
      </div>
      {act.busy ? <ExportProgress batchId={batch.id} /> : null}
      {paths === undefined ? null : <Exported batchId={batch.id} paths={paths} />}
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </fieldset>
  );
}

function ExportProgress({ batchId }: { readonly batchId: string }) {
  const [told, setTold] = useState<Events['export.progress']>();
  useEffect(() => on('export.progress', (told) => told.batchId === batchId && setTold(told)), [batchId]);
  if (told === undefined) return null;
  return <p className="soft small number">{`Saving: ${told.done} of ${told.of}`}</p>;
}

function Exported({ batchId, paths }: { readonly batchId: string; readonly paths: readonly string[] }) {
  const act = useAct();
  return (
    <>
      <div className="row" role="status">
        <span className="small batch-exported">{exportedWords(paths)}</span>
        <Button
          look="quiet"
          icon={<FolderOpen size={16} aria-hidden="true" />}
          onClick={() => void act.run(call('batch.showExport', { batchId }))}
        >
          Show
        </Button>
      </div>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </>
  );
}
