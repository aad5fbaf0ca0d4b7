import { FaultPanel } from '../parts/fault-panel.tsx';
import { Segments } from '../parts/segments.tsx';
import { Section } from './section.tsx';
import { useSettings } from './use-settings.ts';

/** Light, dark, or as the system has it. */
export function AppearanceSection() {
  const { settings, act, change } = useSettings();
  return (
    <Section name="Appearance">
      <Segments
        legend="Colours"
        name="appearance"
        value={settings.appearance}
        options={[
          { value: 'system', words: 'As the system' },
          { value: 'light', words: 'Light' },
          { value: 'dark', words: 'Dark' },
        ]}
        onChoose={(appearance) => change({ appearance })}
      />
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </Section>
  );
}
