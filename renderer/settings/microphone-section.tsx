import { type Microphone, useMicrophones } from '../equipment.tsx';
import { Choice, type Option } from '../parts/choice.tsx';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { Segments } from '../parts/segments.tsx';
import { Section } from './section.tsx';
import { useSettings } from './use-settings.ts';

/** Stands for "the system's default": a drop-down list cannot hold nothing. */
const SYSTEM = 'system-default';

/** Which microphone, and how finely it is written down. */
export function MicrophoneSection() {
  const { settings, act, change } = useSettings();
  const options = microphoneOptions(useMicrophones(), settings.microphoneId);
  return (
    <Section name="Microphone">
      <div className="field">
        <label htmlFor="microphone">Record with</label>
        <Choice
          id="microphone"
          value={settings.microphoneId ?? SYSTEM}
          options={options}
          onChoose={(id) => change({ microphoneId: id === SYSTEM ? null : id })}
        />
      </div>
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

/** The system's default first; a chosen microphone that is not plugged in stays in the list and says so. */
export function microphoneOptions(
  microphones: readonly Microphone[],
  chosen: string | null,
): readonly Option[] {
  const options: Option[] = [
    { value: SYSTEM, words: "The system's default" },
    ...microphones.filter((one) => one.id !== '').map((one) => ({ value: one.id, words: one.name })),
  ];
  const there = chosen === null || options.some((option) => option.value === chosen);
  return there ? options : [...options, { value: chosen, words: 'The chosen one', note: 'not plugged in' }];
}
