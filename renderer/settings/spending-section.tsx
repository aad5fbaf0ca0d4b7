import { useState } from 'react';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { readLimit } from '../parts/read-credits.ts';
import { useMirror } from '../store.ts';
import { CreditsField } from './credits-field.tsx';
import { Section } from './section.tsx';
import { useSettings } from './use-settings.ts';

/** How much may be spent a day, and how much was. */
export function SpendingSection() {
  const { settings, act, change } = useSettings();
  const spent = useMirror((snapshot) => snapshot.spentToday);
  const [words, setWords] = useState(settings.dailyLimit === null ? '' : String(settings.dailyLimit));
  const limit = readLimit(words);
  const write = (next: string) => {
    setWords(next);
    const read = readLimit(next);
    if (read !== undefined) change({ dailyLimit: read });
  };
  return (
    <Section name="Spending">
      <CreditsField
        id="daily-limit"
        label="Most credits a day"
        placeholder="No limit"
        value={words}
        isWrong={limit === undefined}
        onType={write}
        note={
          limit === undefined
            ? 'A whole number of credits, or empty for no limit.'
            : `${spent === 1 ? '1 credit' : `${spent.toLocaleString('en')} credits`} went today. When the limit is reached, what is left waits and asks you; the last line may go a little over.`
        }
      />
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </Section>
  );
}
