import { Download, FileArchive, FolderOpen, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ModelView } from '../../electron/contract/calls.ts';
import { call } from '../bridge.ts';
import { useAct } from '../parts/act.ts';
import { Button } from '../parts/button.tsx';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { useMirror } from '../store.ts';
import { sizeWords, stepWords } from './model-words.ts';
import { Section } from './section.tsx';

/** What speaks on this computer: stock voices, or clones once the model for them is installed. */
export function ModelSection() {
  const model = useMirror((snapshot) => snapshot.model);
  const { state } = model;
  return (
    <Section name="On this computer">
      {state.is === 'installed' ? (
        <Installed bytes={state.bytes} />
      ) : (
        <>
          <p>Timbre can speak without any account or network, with stock voices that come with it.</p>
          <p className="field-note">
            They are not clones: what you hear is not your voice. Everything they say is marked “stock voice”.
            Your recordings are kept and can be used for a real clone, at A2E or with the model below.
          </p>
        </>
      )}
      {state.is === 'broken' ? <FaultPanel fault={state.fault} still /> : null}
      {state.is === 'not-installed' && state.fault ? <FaultPanel fault={state.fault} /> : null}
      {state.is === 'installing' ? <Installing state={state} /> : null}
      {state.is === 'not-installed' || state.is === 'broken' ? <Install download={model.download} /> : null}
    </Section>
  );
}

/** The licence first; then the ways in which the model can come. */
function Install({ download }: Pick<ModelView, 'download'>) {
  const [accepted, setAccepted] = useState(false);
  const act = useAct();
  const install = (from: 'file' | 'folder' | 'download') =>
    void act.run(call('model.install', { from, licenceAccepted: true }));
  const isOff = !accepted || act.busy;
  return (
    <section className="server" aria-label="Clone on this computer">
      <p className="server-name">Clone on this computer</p>
      <p>
        With Kyutai’s PocketTTS model, voices you make here speak with your own voice, in English, with no
        account and no network.
      </p>
      <p className="field-note">
        Its weights are licensed CC BY 4.0 (© Kyutai), with uses that are forbidden: imitating someone who has
        not agreed, deceiving people, anything unlawful. This packaging is for non-commercial use.
      </p>
      <label className="make-consent">
        <input type="checkbox" checked={accepted} onChange={({ target }) => setAccepted(target.checked)} />I
        accept these terms
      </label>
      <div className="row">
        <Button
          icon={<Download size={16} aria-hidden="true" />}
          disabled={isOff}
          onClick={() => install('download')}
        >
          Download ({sizeWords(download.bytes)})
        </Button>
        <Button
          icon={<FileArchive size={16} aria-hidden="true" />}
          disabled={isOff}
          onClick={() => install('file')}
        >
          Choose the archive…
        </Button>
        <Button
          icon={<FolderOpen size={16} aria-hidden="true" />}
          disabled={isOff}
          onClick={() => install('folder')}
        >
          Choose a folder…
        </Button>
      </div>
      <p className="field-note">The download comes from {download.host}.</p>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </section>
  );
}

function Installing({ state }: { readonly state: Extract<ModelView['state'], { is: 'installing' }> }) {
  const act = useAct();
  return (
    <section className="server" aria-label="Clone on this computer">
      <p className="server-name">{stepWords(state)}</p>
      <progress
        className="model-progress"
        aria-label={stepWords(state)}
        {...(state.step === 'trying' ? {} : { value: state.done })}
      />
      <div className="row">
        <Button look="quiet" disabled={act.busy} onClick={() => void act.run(call('model.stop', null))}>
          Stop
        </Button>
      </div>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </section>
  );
}

function Installed({ bytes }: { readonly bytes: number }) {
  const [isAsking, setAsking] = useState(false);
  const act = useAct();
  return (
    <>
      <p>Voices you make on this computer are clones: they speak with your own voice, in English.</p>
      <p className="field-note">
        Voices that were made before the model was here go on with their stock voice, marked as such.
      </p>
      {isAsking ? (
        <section className="delete" aria-label="Remove the model">
          <p>Remove the model? Clones made with it stay, and are silent until you install it again.</p>
          <div className="row">
            <Button
              look="danger"
              icon={<Trash2 size={16} aria-hidden="true" />}
              disabled={act.busy}
              onClick={() => void act.run(call('model.remove', null))}
            >
              Remove
            </Button>
            <Button look="quiet" onClick={() => setAsking(false)}>
              Keep it
            </Button>
          </div>
        </section>
      ) : (
        <div className="row">
          <p className="soft small">PocketTTS · {sizeWords(bytes)} on disk</p>
          <Button className="push" onClick={() => setAsking(true)}>
            Remove the model
          </Button>
        </div>
      )}
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </>
  );
}
