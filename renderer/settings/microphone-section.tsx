import { findMicrophone, type Microphone, type RememberedMicrophone } from '../audio/device.ts';
import { useMicrophones } from '../equipment.tsx';
import { Choice, type Option } from '../parts/choice.tsx';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { Segments } from '../parts/segments.tsx';
import { Section } from './section.tsx';
import { useSettings } from './use-settings.ts';

/** Stands for "the system's default": a drop-down list cannot hold nothing. */
const SYSTEM = 'system-default';

/** Which microphone, when it is open, and how finely it is written down. */
export function MicrophoneSection() {
  const { settings, act, change } = useSettings();
  const microphones = useMicrophones();
  return (
    <Section name="Microphone">
      <div className="field">
        <label htmlFor="microphone">Record with</label>
        <Choice
          id="microphone"
          value={findMicrophone(microphones, settings)?.id ?? settings.microphoneId ?? SYSTEM}
          options={microphoneOptions(microphones, settings)}
          onChoose={(id) => change(remembered(microphones, id))}
        />
      </div>
      <Segments
        legend="Microphone open"
        name="listen-ahead"
        value={settings.listenAhead ? 'screen' : 'take'}
        options={[
          { value: 'screen', words: 'On the Record screen' },
          { value: 'take', words: 'Only while recording' },
        ]}
        onChoose={(when) => change({ listenAhead: when === 'screen' })}
      />
      <p className="field-note">
        Open on the Record screen, it shows its level beforehand, and your first words are there even if you
        press late. Nothing is kept until you record.
      </p>
      <Segments
        legend="Countdown"
        name="countdown"
        value={settings.countdown === 0 ? 'none' : 'three'}
        options={[
          { value: 'none', words: 'None' },
          { value: 'three', words: '3, 2, 1' },
        ]}
        onChoose={(countdown) => change({ countdown: countdown === 'none' ? 0 : 3 })}
      />
      <Segments
        legend="Bit depth"
        name="bit-depth"
        value={settings.bitDepth === 16 ? '16' : '24'}
        options={[
          { value: '16', words: '16 bit' },
          { value: '24', words: '24 bit' },
        ]}
        onChoose={(depth) => change({ bitDepth: depth === '16' ? 16 : 24 })}
      />
      <p className="field-note">
        16 bit suits every engine. 24 bit makes larger files with room for quiet voices.
      </p>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </Section>
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
