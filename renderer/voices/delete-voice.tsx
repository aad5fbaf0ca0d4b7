import { useState } from 'react';
import type { RemovalPlace } from '../../electron/cloning/voice/receipt.ts';
import type { Voice } from '../../electron/cloning/voice/voice.ts';
import { call } from '../bridge.ts';
import { useAct } from '../parts/act.ts';
import { AskFirst } from '../parts/ask-first.tsx';
import { Segments } from '../parts/segments.tsx';

interface DeleteVoiceProps {
  readonly voice: Voice;
  readonly serverName: string;
  onDone(): void;
}

/** From where it is to go: a voice that the server deleted cannot be brought back. */
export function DeleteVoice({ voice, serverName, onDone }: DeleteVoiceProps) {
  const isPublic = voice.origin?.is === 'public';
  const [where, setWhere] = useState<RemovalPlace>(isPublic ? 'here' : 'everywhere');
  const act = useAct();
  const remove = async () => {
    const receipt = await act.run(call('voice.remove', { voiceId: voice.id, where }));
    if (receipt !== undefined) onDone();
  };
  return (
    <AskFirst
      about={`Delete ${voice.name}`}
      words="Delete"
      busyWords="Deleting…"
      act={act}
      onDo={() => void remove()}
      onKeep={onDone}
    >
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
    </AskFirst>
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
