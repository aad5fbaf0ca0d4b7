import { findMicrophone, type Microphone, type RememberedMicrophone } from '../audio/device.ts';
import { call } from '../bridge.ts';
import { useMicrophones } from '../equipment.tsx';
import { useMirror } from '../store.ts';
import { Choice, type Option } from './choice.tsx';

/** Stands for "the system's default": a drop-down list cannot hold nothing. */
const SYSTEM = 'system-default';

/** Which microphone to record with; `id` where a label points at it, else `label` is its name. */
export function MicrophoneChoice(props: {
  readonly id?: string;
  readonly label?: string;
  readonly disabled?: boolean;
}) {
  const settings = useMirror((snapshot) => snapshot.settings);
  const microphones = useMicrophones();
  return (
    <Choice
      {...props}
      value={findMicrophone(microphones, settings)?.id ?? settings.microphoneId ?? SYSTEM}
      options={microphoneOptions(microphones, settings)}
      onChoose={(id) => void call('settings.change', remembered(microphones, id))}
    />
  );
}

/** What is kept of a choice, so that the microphone is found again. */
function remembered(microphones: readonly Microphone[], chosen: string): RememberedMicrophone {
  const one = microphones.find(({ id }) => id === chosen);
  return {
    microphoneId: one?.id ?? null,
    microphoneName: one?.name ?? null,
    microphoneGroup: one?.groupId ?? null,
  };
}

/** The system's default first; a chosen microphone that is not plugged in stays in the list and says so. */
export function microphoneOptions(
  microphones: readonly Microphone[],
  chosen: RememberedMicrophone,
): readonly Option[] {
  const options: Option[] = [
    { value: SYSTEM, words: "The system's default" },
    ...microphones.filter((one) => one.id !== '').map((one) => ({ value: one.id, words: one.name })),
  ];
  const { microphoneId, microphoneName } = chosen;
  if (microphoneId === null || findMicrophone(microphones, chosen)) return options;
  return [
    ...options,
    { value: microphoneId, words: microphoneName ?? 'The chosen one', note: 'not plugged in' },
  ];
}
