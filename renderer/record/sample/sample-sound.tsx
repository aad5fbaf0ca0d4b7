import { type SampleReport, samplePath } from '../../../electron/contract/calls.ts';
import type { QualityCheck } from '../../../electron/recording/quality/report.ts';
import { Player } from '../../parts/sound/player.tsx';
import { flawsByClip } from './flaw-places.ts';

/** The sample as it will be uploaded, to be heard; the flaw that is being looked at is marked on it. */
export function SampleSound({
  report,
  flaw,
}: {
  readonly report: SampleReport;
  readonly flaw: QualityCheck | undefined;
}) {
  const marks = flawsByClip(report.clips, flaw?.places ?? []);
  return (
    <div className="sample-sound">
      {report.clips.map(({ seconds }, at) => (
        <Player
          key={samplePath(report.revision, at)}
          url={samplePath(report.revision, at)}
          seconds={seconds}
          about={report.clips.length === 1 ? 'the sample' : `part ${at + 1} of the sample`}
          size={report.clips.length === 1 ? 'large' : 'small'}
          marks={marks[at]}
          markTone={flaw?.status === 'fail' ? 'fail' : 'warn'}
        />
      ))}
    </div>
  );
}
