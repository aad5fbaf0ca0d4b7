import type { QualityCheck } from '../../../electron/recording/quality/report.ts';
import { FaultPanel } from '../../parts/fault-panel.tsx';
import { useWindowState } from '../../window-state.tsx';
import { ConsentLine } from '../consent/consent-line.tsx';
import { useRecording } from '../taking/use-recording.ts';
import { LevelNotes } from './level-notes.tsx';
import { NoiseChoice } from './noise-choice.tsx';
import { QualityCard } from './quality-card.tsx';
import { SampleRows } from './sample-rows.tsx';
import type { Sample } from './use-sample.ts';
import type { ReportState } from './use-sample-report.ts';

interface SampleCardProps {
  readonly sample: Sample;
  readonly judged: ReportState;
  readonly flaw: QualityCheck['id'] | null;
  onFlaw(id: QualityCheck['id'] | null): void;
}

/** After a take: how good the sample is, whether the speaker agreed, and what it is made of. */
export function SampleCard({ sample, judged, flaw, onFlaw }: SampleCardProps) {
  const { setRereading } = useWindowState();
  const { pressFor } = useRecording();
  if (sample.parts.length === 0 && sample.draft.consent === null) return null;
  const reread = (sentence: number) => {
    setRereading(sentence);
    pressFor(sentence);
  };
  return (
    <>
      {judged.fault === null ? null : <FaultPanel fault={judged.fault} still />}
      {judged.report === null ? null : (
        <>
          <QualityCard report={judged.report.quality} shown={flaw} onShow={onFlaw}>
            <NoiseChoice sample={sample} report={judged.report.quality} />
          </QualityCard>
          <LevelNotes report={judged.report} />
        </>
      )}
      <ConsentLine sample={sample} onReread={reread} />
      {sample.parts.length === 0 ? null : <SampleRows sample={sample} onReread={reread} />}
    </>
  );
}
