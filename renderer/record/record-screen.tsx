import { useState } from 'react';
import type { QualityCheck } from '../../electron/recording/quality/report.ts';
import { useOpenMicrophone, useRecorderState } from '../equipment.tsx';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { useMirror } from '../store.ts';
import { useWindowState } from '../window-state.tsx';
import { KeptTakes } from './kept-takes.tsx';
import { MakeVoice } from './make-voice/make-voice.tsx';
import { Notices } from './notices.tsx';
import { Reading } from './reading/reading.tsx';
import { isUnderWay } from './record-words.ts';
import { SampleCard } from './sample/sample-card.tsx';
import { SoundStrip } from './sample/sound-strip.tsx';
import { useSample } from './sample/use-sample.ts';
import { useSampleReport } from './sample/use-sample-report.ts';
import { DropPlace } from './take-in/drop-place.tsx';
import { Interrupted } from './taking/interrupted.tsx';
import { MicrophoneDenied } from './taking/microphone-denied.tsx';
import { MicrophoneRow } from './taking/microphone-row.tsx';
import { RecordHint } from './taking/record-hint.tsx';
import { SampleRing } from './taking/sample-ring.tsx';
import { TakeControls } from './taking/take-controls.tsx';

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
