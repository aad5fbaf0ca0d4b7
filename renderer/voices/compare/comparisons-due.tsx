import { Scale, X } from 'lucide-react';
import { useMemo } from 'react';
import { call } from '../../bridge.ts';
import { useAct } from '../../parts/act.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { FaultPanel } from '../../parts/fault-panel.tsx';
import { useMirror } from '../../store.ts';
import { useWindowState } from '../../window-state.tsx';
import { groupDue } from './compare-rules.ts';

/** A comparison that waits for a decision, and voices of one recording that were not compared yet. */
export function ComparisonsDue() {
  const { compare } = useWindowState();
  const voices = useMirror((snapshot) => snapshot.voices);
  const comparisons = useMirror((snapshot) => snapshot.comparisons);
  const open = comparisons.findLast(({ ranking }) => ranking === undefined);
  const group = useMemo(() => groupDue(voices, comparisons), [voices, comparisons]);
  const act = useAct();
  const [first] = group;
  if (open !== undefined)
    return (
      <div className="care" data-tone="act">
        <Scale size={18} aria-hidden="true" />
        <div className="care-words row">
          <p>{open.voices.length} voices wait for you to decide which is likest.</p>
          <Button className="push" onClick={() => compare({ comparisonId: open.id })}>
            Go on comparing
          </Button>
          <IconButton
            label="Drop this comparison"
            disabled={act.busy}
            onClick={() => void act.run(call('compare.forget', { comparisonId: open.id }))}
          >
            <X size={16} aria-hidden="true" />
          </IconButton>
        </div>
        {act.fault === null ? null : <FaultPanel fault={act.fault} />}
      </div>
    );
  if (first === undefined) return null;
  return (
    <div className="care" data-tone="act">
      <Scale size={18} aria-hidden="true" />
      <div className="care-words row">
        <p>
          {group.length} voices are of one recording: “{first.name}” and{' '}
          {group.length === 2 ? 'another' : 'others'}.
        </p>
        <Button className="push" onClick={() => compare({ voiceId: first.id })}>
          Compare them blind
        </Button>
      </div>
    </div>
  );
}
