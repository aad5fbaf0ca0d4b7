import { FaultPanel } from '../parts/fault-panel.tsx';
import { MicrophoneChoice } from '../parts/microphone-choice.tsx';
import { Segments } from '../parts/segments.tsx';
import { Section } from './section.tsx';
import { useSettings } from './use-settings.ts';

/** Which microphone, when it is open, and how finely it is written down. */
export function MicrophoneSection() {
  const { settings, act, change } = useSettings();
  return (
    <Section name="Microphone">
      <div className="field">
        <label htmlFor="microphone">Record with</label>
        <MicrophoneChoice id="microphone" />
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
