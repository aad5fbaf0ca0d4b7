import { Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { RemovalPlace } from '../../electron/cloning/voice/receipt.ts';
import type { Voice } from '../../electron/cloning/voice/voice.ts';
import { call } from '../bridge.ts';
import { useAct } from '../parts/act.ts';
import { Button } from '../parts/button.tsx';
import { useEscapeKey } from '../parts/escape-key.ts';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { Segments } from '../parts/segments.tsx';

interface DeleteVoiceProps {
  readonly voice: Voice;
  readonly serverName: string;
  onDone(): void;
}

/** Asks once, in the card, and from where: a voice that the server deleted cannot be brought back. */
export function DeleteVoice({ voice, serverName, onDone }: DeleteVoiceProps) {
  const isPublic = voice.origin?.is === 'public';
  const [where, setWhere] = useState<RemovalPlace>(isPublic ? 'here' : 'everywhere');
  const act = useAct();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  useEscapeKey(onDone);
  const remove = async () => {
    const receipt = await act.run(call('voice.remove', { voiceId: voice.id, where }));
    if (receipt !== undefined) onDone();
  };
  return (
    <section className="delete" aria-label={`Delete ${voice.name}`}>
      {isPublic ? null : (
        <Segments<RemovalPlace>
          legend={`Delete “${voice.name}”`}
          name={`delete-${voice.id}`}
          value={where}
          options={[
            { value: 'everywhere', words: 'Everywhere' },
            { value: 'there', words: `On ${serverName} only` },
            { value: 'here', words: 'Here only' },
          ]}
          onChoose={(place) => setWhere(place)}
        />
      )}
      <p>{deletionWords(voice, where, serverName)}</p>
      <div className="row">
        <Button
          look="danger"
          icon={<Trash2 size={16} aria-hidden="true" />}
          disabled={act.busy}
          onClick={() => void remove()}
        >
          {act.busy ? 'Deleting…' : 'Delete'}
        </Button>
        <Button look="quiet" ref={keep} onClick={onDone}>
          Keep it
        </Button>
      </div>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </section>
  );
}

function deletionWords(voice: Voice, where: RemovalPlace, serverName: string): string {
  const stays = voice.takeIds.length > 0 ? ' Your recordings stay.' : '';
  if (voice.origin?.is === 'public') return `It stays on ${serverName}, where it belongs to everybody.`;
  const again =
    voice.takeIds.length > 0
      ? ' It can only be made again, of your recording.'
      : ' It cannot be brought back.';
  switch (where) {
    case 'everywhere':
      return `The clone on ${serverName} is deleted.${again}${stays}`;
    case 'there':
      return `The clone on ${serverName} is deleted; the voice stays in this list as gone.${again}`;
    case 'here':
      return `It leaves this list. The clone stays on ${serverName} and does not come back here by itself.${stays}`;
  }
}
