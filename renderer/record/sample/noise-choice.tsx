import { useState } from 'react';
import { takesOf } from '../../../electron/cloning/sample/sample.ts';
import type { QualityReport } from '../../../electron/recording/quality/report.ts';
import { call } from '../../bridge.ts';
import { useAct } from '../../parts/act.ts';
import { FaultPanel } from '../../parts/fault-panel.tsx';
import { Segments } from '../../parts/segments.tsx';
import { noiseState, offersCleaning, originalOf, partsOnto } from './noise-rules.ts';
import type { Sample } from './use-sample.ts';
import { useSampleEdits } from './use-sample-edits.ts';

const WAYS = [
  { value: 'recorded', words: 'As recorded' },
  { value: 'cleaned', words: 'Without the noise' },
] as const;

/**
 * Where there is noise: the sample as it was recorded or made of copies without it, to be compared by ear. Off until it is
 * asked for; the recordings stay, and it can be undone.
 */
export function NoiseChoice({ sample, report }: { readonly sample: Sample; readonly report: QualityReport }) {
  const { edit } = useSampleEdits();
  const act = useAct();
  const [working, setWorking] = useState(false);
  const { parts, takes } = sample;
  const state = noiseState(parts, takes);
  if (!offersCleaning(report, state)) return null;

  const choose = async (way: 'recorded' | 'cleaned') => {
    if (working || way === state) return;
    if (way === 'recorded') return edit(partsOnto(parts, (id) => originalOf(id, takes)));
    setWorking(true);
    const copies = new Map<string, string>();
    for (const takeId of takesOf(parts)) {
      if (originalOf(takeId, takes) !== undefined) continue;
      const copy = await act.run(call('take.clean', { takeId }));
      if (copy === undefined) break;
      copies.set(takeId, copy.id);
    }
    setWorking(false);
    if (copies.size > 0) await edit(partsOnto(parts, (id) => copies.get(id)));
  };

  return (
    <div className="noise-choice">
      <Segments
        legend="Background noise"
        name="noise"
        value={state === 'recorded' ? 'recorded' : 'cleaned'}
        options={WAYS}
        onChoose={(way) => void choose(way)}
      />
      <p className="soft small" aria-live="polite">
        {working
          ? 'Taking the noise out of a copy…'
          : 'Listen to both above. A quiet room is better than a cleaned recording; your recordings stay as they are.'}
      </p>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </div>
  );
}
