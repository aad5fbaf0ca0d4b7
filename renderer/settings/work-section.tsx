import { FaultPanel } from '../parts/fault-panel.tsx';
import { Segments } from '../parts/segments.tsx';
import { Section } from './section.tsx';
import { useSettings } from './use-settings.ts';

/** What happens around long work: who is told when it ends, and whether the computer may sleep meanwhile. */
export function WorkSection() {
  const { settings, act, change } = useSettings();
  return (
    <Section name="Long work">
      <Segments
        legend="When a batch ends or needs you"
        name="notify-batches"
        value={settings.notifyBatches ? 'tell' : 'quiet'}
        options={[
          { value: 'tell', words: 'Tell me' },
          { value: 'quiet', words: 'Stay quiet' },
        ]}
        onChoose={(way) => change({ notifyBatches: way === 'tell' })}
      />
      <p className="field-note">As a notification of your system, unless you are looking at it anyway.</p>
      <Segments
        legend="While something is spoken"
        name="keep-awake"
        value={settings.keepAwake ? 'awake' : 'sleep'}
        options={[
          { value: 'sleep', words: 'The computer may sleep' },
          { value: 'awake', words: 'Keep it awake' },
        ]}
        onChoose={(way) => change({ keepAwake: way === 'awake' })}
      />
      <p className="field-note">
        If it sleeps, the work stops safely and goes on when it wakes. Nothing is paid for twice.
      </p>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </Section>
  );
}
