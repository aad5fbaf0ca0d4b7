import { Folder, FolderOpen } from 'lucide-react';
import { EXPORT_FORMATS } from '../../electron/speaking/exporting/sound-file.ts';
import { call } from '../bridge.ts';
import { useAct } from '../parts/act.ts';
import { Button } from '../parts/button.tsx';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { Segments } from '../parts/segments.tsx';
import { formatWords } from '../speak/exporting/export-words.ts';
import { NameTemplate } from '../speak/exporting/name-template.tsx';
import { useMirror } from '../store.ts';
import { Section } from './section.tsx';
import { useSettings } from './use-settings.ts';

const FORMATS = EXPORT_FORMATS.map((value) => ({ value, words: formatWords(value) }));

/** Where speech is saved, as what, and under which names: of exports, and of clips that are dragged or copied. */
export function SpeechSection() {
  const { settings, act, change } = useSettings();
  const folder = useMirror((snapshot) => snapshot.settings.speechFolder ?? snapshot.folders.speech);
  const folderAct = useAct();
  return (
    <Section name="Speech">
      <div className="row">
        <div className="server-words">
          <p className="label">Save speech to</p>
          <p className="soft small path">{folder}</p>
        </div>
        <Button
          className="push"
          aria-label="Change where speech is saved"
          icon={<Folder size={16} aria-hidden="true" />}
          onClick={() => void folderAct.run(call('folder.chooseSpeech', null))}
        >
          Change…
        </Button>
        <Button
          aria-label="Show where speech is saved"
          icon={<FolderOpen size={16} aria-hidden="true" />}
          onClick={() => void folderAct.run(call('folder.show', { what: 'speech' }))}
        >
          Show
        </Button>
      </div>
      <Segments
        legend="As"
        name="speech-format"
        value={settings.exportFormat}
        options={FORMATS}
        onChoose={(exportFormat) => change({ exportFormat })}
      />
      <NameTemplate />
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
      {folderAct.fault === null ? null : <FaultPanel fault={folderAct.fault} />}
    </Section>
  );
}
