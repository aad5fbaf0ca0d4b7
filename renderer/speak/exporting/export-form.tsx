import { Download } from 'lucide-react';
import { useId, useState } from 'react';
import type { ExportClips, ExportPlace } from '../../../electron/contract/calls.ts';
import { EXPORT_FORMATS } from '../../../electron/speaking/exporting/sound-file.ts';
import { Button } from '../../parts/button.tsx';
import { Segments } from '../../parts/segments.tsx';
import { useSettings } from '../../settings/use-settings.ts';
import { useMirror } from '../../store.ts';
import { ExportProgress } from './export-progress.tsx';
import { folderName, formatWords } from './export-words.ts';
import { NameTemplate } from './name-template.tsx';
import type { Exporting } from './use-export.ts';

const FORMATS = EXPORT_FORMATS.map((value) => ({ value, words: formatWords(value) }));
const SUBTITLES = [
  { value: 'none', words: 'None' },
  { value: 'srt', words: 'SRT' },
  { value: 'vtt', words: 'VTT' },
] as const;

/** What a person chose of how files are made. */
export type ExportWish = Pick<ExportClips, 'format' | 'subtitles' | 'template'> & {
  readonly as: 'one' | 'many';
  readonly to: ExportPlace;
};

interface ExportFormProps {
  /** Of what, for those who cannot see where it stands. */
  readonly about: string;
  readonly exportId: string;
  readonly exporting: Exporting;
  /** What several files are called; absent where there can only be one. */
  readonly manyWords?: string;
  /** What is left out, if anything. */
  readonly note?: string;
  readonly startsAs?: 'one' | 'many';
  onSave(wish: ExportWish): void;
  onDone(): void;
}

/** How it is taken out: format, files, subtitles, names; into the usual folder at once, or one that is asked for. */
export function ExportForm(props: ExportFormProps) {
  const { about, exportId, exporting, manyWords, note = '', onSave, onDone } = props;
  const { settings, change } = useSettings();
  const usual = useMirror((snapshot) => snapshot.settings.speechFolder ?? snapshot.folders.speech);
  const [as, setAs] = useState<ExportWish['as']>(props.startsAs ?? 'one');
  const [subtitles, setSubtitles] = useState<'none' | 'srt' | 'vtt'>('none');
  const name = useId();
  const { busy } = exporting.act;
  const save = (to: ExportPlace) =>
    onSave({
      ...{ format: settings.exportFormat, as, to },
      ...(subtitles !== 'none' && { subtitles }),
      ...(settings.nameTemplate !== null && { template: settings.nameTemplate }),
    });
  return (
    <fieldset className="batch-panel" aria-label={`Export ${about}`}>
      <div className="export-fields">
        <Segments
          legend="Format"
          name={`${name}-format`}
          value={settings.exportFormat}
          options={FORMATS}
          onChoose={(exportFormat) => change({ exportFormat })}
        />
        {manyWords === undefined ? null : (
          <Segments
            legend="Files"
            name={`${name}-files`}
            value={as}
            options={filesOf(manyWords)}
            onChoose={(value) => setAs(value)}
          />
        )}
        <Segments
          legend="Subtitles"
          name={`${name}-subtitles`}
          value={subtitles}
          options={SUBTITLES}
          onChoose={(value) => setSubtitles(value)}
        />
        <NameTemplate />
      </div>
      {note === '' ? null : <p className="soft small">{note}</p>}
      <div className="row export-acts">
        <Button
          look="primary"
          icon={<Download size={16} aria-hidden="true" />}
          disabled={busy}
          title={usual}
          onClick={() => save('folder')}
        >
          {`Save to “${folderName(usual)}”`}
        </Button>
        <Button disabled={busy} onClick={() => save('ask')}>
          Another folder…
        </Button>
        <Button look="quiet" onClick={onDone}>
          Close
        </Button>
      </div>
      <ExportProgress exporting={exporting} exportId={exportId} />
    </fieldset>
  );
}

function filesOf(manyWords: string) {
  return [
    { value: 'one', words: 'One file' },
    { value: 'many', words: manyWords },
  ] as const;
}
