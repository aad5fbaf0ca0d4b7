import { Eye, Undo2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { mediaPath } from '../../../electron/contract/calls.ts';
import type { Clip } from '../../../electron/speaking/clip.ts';
import { type ComparedVoice, type Comparison, letterOf } from '../../../electron/speaking/comparison.ts';
import { call } from '../../bridge.ts';
import { useAct } from '../../parts/act.ts';
import { Button } from '../../parts/button.tsx';
import { FaultPanel } from '../../parts/fault-panel.tsx';
import { JobLine } from '../../parts/queue/job-line.tsx';
import { Player } from '../../parts/sound/player.tsx';
import { useMirror } from '../../store.ts';
import { heardOf, placeWords, rankedWith } from './compare-rules.ts';

/** The voices as letters, equally loud, beside one's own words; ranked by likeness, then named. */
export function Listening({ comparison }: { readonly comparison: Comparison }) {
  const auditions = useMirror((snapshot) => snapshot.auditions);
  const heard = useMemo(() => heardOf(comparison, auditions), [comparison, auditions]);
  const [ranking, setRanking] = useState<readonly string[]>([]);
  const act = useAct();
  const all = comparison.voices.map(({ voiceId }) => voiceId);
  const decided = ranking.length === all.length;
  return (
    <section className="compare" aria-label="Listen and decide">
      <p className="compare-text">“{comparison.text}”</p>
      {comparison.own === undefined ? (
        <p className="soft small">Without words of your own beside them: think of how you sound.</p>
      ) : (
        <div className="card compare-sound">
          <span className="compare-letter">You</span>
          <Player
            url={mediaPath('comparisons', comparison.id)}
            seconds={comparison.own.seconds}
            about="your own words"
            volume={heard.ownVolume}
          />
        </div>
      )}
      <ol className="compare-sounds">
        {comparison.voices.map((voice, index) => (
          <LetteredVoice
            key={voice.voiceId}
            voice={voice}
            letter={letterOf(index)}
            clip={heard.clips[index]}
            volume={heard.volumes[index] ?? 1}
            place={ranking.indexOf(voice.voiceId) + 1}
            next={heard.isWhole && !decided ? ranking.length + 1 : null}
            onPlace={() => setRanking((before) => rankedWith(before, voice.voiceId, all))}
          />
        ))}
      </ol>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
      <div className="row">
        <Button
          look="primary"
          icon={<Eye size={16} aria-hidden="true" />}
          disabled={!decided || act.busy}
          onClick={() => void act.run(call('compare.rank', { comparisonId: comparison.id, ranking }))}
        >
          Show which is which
        </Button>
        <Button
          look="quiet"
          icon={<Undo2 size={16} aria-hidden="true" />}
          disabled={ranking.length === 0}
          onClick={() => setRanking([])}
        >
          Start over
        </Button>
        <p className="soft small" aria-live="polite">
          {heard.isWhole ? (decided ? '' : 'Which sounds most like you?') : 'They are still speaking.'}
        </p>
      </div>
    </section>
  );
}

interface LetteredVoiceProps {
  readonly voice: ComparedVoice;
  readonly letter: string;
  readonly clip: Clip | undefined;
  readonly volume: number;
  /** From 1; 0: not placed yet. */
  readonly place: number;
  /** The place to be given next; null where none is. */
  readonly next: number | null;
  onPlace(): void;
}

function LetteredVoice({ voice, letter, clip, volume, place, next, onPlace }: LetteredVoiceProps) {
  const job = useMirror((snapshot) => snapshot.jobs.find(({ id }) => id === voice.jobId));
  return (
    <li className="card compare-sound" data-placed={place > 0} aria-label={`Voice ${letter}`}>
      <span className="compare-letter">{letter}</span>
      {clip === undefined ? (
        <div className="compare-wait">
          {job === undefined ? <p className="soft">Nothing was said.</p> : <JobLine job={job} />}
        </div>
      ) : (
        <Player
          url={mediaPath('auditions', clip.id)}
          seconds={clip.samples / clip.sampleRate}
          about={`voice ${letter}`}
          volume={volume}
        />
      )}
      {place > 0 ? (
        <span className="compare-place">{place === 1 ? 'likest' : placeWords(place)}</span>
      ) : (
        <Button className="compare-place" disabled={next === null} onClick={onPlace}>
          {next === null || next === 1 ? 'Likest' : placeWords(next)}
        </Button>
      )}
    </li>
  );
}
