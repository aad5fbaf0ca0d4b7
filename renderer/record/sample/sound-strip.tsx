import { useEffect, useRef } from 'react';
import type { SampleReport } from '../../../electron/contract/calls.ts';
import type { QualityCheck } from '../../../electron/recording/quality/report.ts';
import { useEquipment, useRecorderState, useStreamState } from '../../equipment.tsx';
import { LevelMeter } from '../../parts/sound/level-meter.tsx';
import { LiveWaveform } from '../../parts/sound/live-waveform.tsx';
import { isUnderWay } from '../record-words.ts';
import { SampleSound } from './sample-sound.tsx';

interface SoundStripProps {
  readonly report: SampleReport | null;
  /** What is to be seen on the waveform. */
  readonly flaw: QualityCheck | undefined;
}

/** Under the ring: the level whenever the microphone is open; the live waveform while recording, the sample after. */
export function SoundStrip({ report, flaw }: SoundStripProps) {
  const { recorder } = useEquipment();
  const { is } = useRecorderState();
  const stream = useStreamState();
  const strip = useRef<HTMLDivElement>(null);
  const marked = (flaw?.places?.length ?? 0) > 0;
  useEffect(() => {
    if (marked) strip.current?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  return (
    <div ref={strip} className="strip">
      <LevelMeter running={stream.is === 'open'} read={() => recorder.level()} />
      <div className="strip-sound">
        {isUnderWay(is) ? (
          <LiveWaveform running={is === 'recording'} peaks={() => recorder.peaks()} />
        ) : report === null ? (
          <div className="strip-flat" aria-hidden="true" />
        ) : (
          <SampleSound report={report} flaw={flaw} />
        )}
      </div>
    </div>
  );
}
