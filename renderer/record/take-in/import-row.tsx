import { FileAudio, X } from 'lucide-react';
import type { Import } from '../../../electron/contract/calls.ts';
import { call } from '../../bridge.ts';
import { useAct } from '../../parts/act.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { FaultPanel } from '../../parts/fault-panel.tsx';
import { useMirror } from '../../store.ts';
import { importWords } from './import-words.ts';

/** Lets a person choose sound files. */
export function ChooseFile() {
  const act = useAct();
  return (
    <>
      <Button
        look="quiet"
        icon={<FileAudio size={16} aria-hidden="true" />}
        title="Or drop sound files anywhere on this screen"
        disabled={act.busy}
        onClick={() => void act.run(call('take.import', null))}
      >
        Choose a file
      </Button>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </>
  );
}

/** The files that are being taken in, how far each is, and what went wrong with one. */
export function Imports() {
  const imports = useMirror((snapshot) => snapshot.imports);
  if (imports.length === 0) return null;
  return (
    <ul className="imports" aria-label="Files being taken in">
      {imports.map((one) => (
        <OneImport key={one.id} one={one} />
      ))}
    </ul>
  );
}

function OneImport({ one }: { readonly one: Import }) {
  const { state } = one;
  const cancel = () => void call('import.cancel', { importId: one.id });
  if (state.status === 'failed')
    return (
      <li>
        <FaultPanel fault={state.fault}>
          <Button look="quiet" onClick={cancel}>
            Put away
          </Button>
        </FaultPanel>
      </li>
    );
  const share = state.status === 'running' && state.inAll ? state.seconds / state.inAll : undefined;
  return (
    <li className="row import">
      <span className="cut import-name">{one.fileName}</span>
      <progress className="import-progress" value={share} aria-label={`Taking in ${one.fileName}`} />
      <span className="soft small number">{importWords(one)}</span>
      <IconButton label={`Stop taking in ${one.fileName}`} onClick={cancel}>
        <X size={16} aria-hidden="true" />
      </IconButton>
    </li>
  );
}
