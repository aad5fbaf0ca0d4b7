import { useState } from 'react';
import type { QualityCheck } from '../../electron/recording/quality/report.ts';
import { useOpenMicrophone, useRecorderState } from '../equipment.tsx';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { useMirror } from '../store.ts';
import { useWindowState } from '../window-state.tsx';
import { DropPlace } from './drop-place.tsx';
import { Interrupted } from './interrupted.tsx';
import { KeptTakes } from './kept-takes.tsx';
import { MakeVoice } from './make-voice.tsx';
import { MicrophoneDenied } from './microphone-denied.tsx';
import { MicrophoneRow } from './microphone-row.tsx';
import { Notices } from './notices.tsx';
import { Reading } from './reading.tsx';
import { RecordHint } from './record-hint.tsx';
import { isUnderWay } from './record-words.ts';
import { SampleCard } from './sample-card.tsx';
import { SampleRing } from './sample-ring.tsx';
import { SoundStrip } from './sound-strip.tsx';
import { TakeControls } from './take-controls.tsx';
import { useSample } from './use-sample.ts';
import { useSampleReport } from './use-sample-report.ts';

/** Record: press, read aloud, listen, make a voice. */
export function RecordScreen() {
  const sample = useSample();
  const state = useRecorderState();
  const denied = useMirror((snapshot) => snapshot.microphone === 'denied');
  const judged = useSampleReport(sample);
  const [flaw, setFlaw] = useState<QualityCheck['id'] | null>(null);
  const live = isUnderWay(state.is);
  useOpenMicrophone();
  const shown = judged.report?.quality.checks.find(({ id }) => id === flaw);
  return (
    <div className="screen record-screen" data-live={live}>
      <h1 className="unseen">Record</h1>
      <Notices />
      <Reading />
      <SampleRing />
      <RecordHint sample={sample} denied={denied} />
      {state.is === 'interrupted' ? <Interrupted state={state} /> : <Obstacle />}
      {denied ? <MicrophoneDenied /> : <SoundStrip report={judged.report} flaw={shown} />}
      {denied ? null : live ? <TakeControls /> : <MicrophoneRow />}
      <MakeVoice sample={sample} busy={live} />
      {live ? null : <SampleCard sample={sample} judged={judged} flaw={flaw} onFlaw={setFlaw} />}
      {live ? null : <KeptTakes />}
      <DropPlace />
    </div>
  );
}

/** Why the last recording could not begin or had to end, or why the sample could not be changed. */
function Obstacle() {
  const state = useRecorderState();
  const { brokenTake, sampleFault } = useWindowState();
  const fault = state.is === 'failed' ? state.fault : (brokenTake ?? sampleFault);
  return fault === null ? null : <FaultPanel fault={fault} />;
}
