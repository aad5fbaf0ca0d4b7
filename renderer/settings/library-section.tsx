import { FolderOpen } from 'lucide-react';
import { call } from '../bridge.ts';
import { useAct } from '../parts/act.ts';
import { Button } from '../parts/button.tsx';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { useMirror } from '../store.ts';
import { Section } from './section.tsx';

const FOLDERS = [
  { what: 'home', words: 'Everything' },
  { what: 'takes', words: 'Recordings' },
  { what: 'clips', words: 'Clips' },
] as const;

/** Where everything is kept; every path can be shown. */
export function LibrarySection() {
  const folders = useMirror((snapshot) => snapshot.folders);
  const act = useAct();
  return (
    <Section name="Library folder">
      {FOLDERS.map(({ what, words }) => (
        <div key={what} className="row">
          <div className="server-words">
            <p className="label">{words}</p>
            <p className="soft small path">{folders[what]}</p>
          </div>
          <Button
            className="push"
            aria-label={`Show ${words}`}
            icon={<FolderOpen size={16} aria-hidden="true" />}
            onClick={() => void act.run(call('folder.show', { what }))}
          >
            Show
          </Button>
        </div>
      ))}
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </Section>
  );
}
