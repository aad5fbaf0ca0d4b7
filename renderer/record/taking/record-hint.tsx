import { useRecorderState, useStreamState } from '../../equipment.tsx';
import { useScript } from '../reading/use-script.ts';
import { hintWords, isUnderWay } from '../record-words.ts';
import type { Sample } from '../sample/use-sample.ts';
import { useCoach } from './use-coach.ts';
import { useNextSentence } from './use-recording.ts';

/** One hint at a time, in a line of its own that is always there; what matters is also said aloud. */
export function RecordHint({ sample, denied }: { readonly sample: Sample; readonly denied: boolean }) {
  const { is } = useRecorderState();
  const stream = useStreamState();
  const next = useNextSentence();
  const { at } = useScript();
  const coach = useCoach({ recording: is === 'recording', waiting: !isUnderWay(is) && !denied });
  const narrow = stream.is === 'open' && stream.device.narrowBand;
  const words = denied
    ? ''
    : hintWords({ is, sample, engine: sample.engine, narrow, reading: next === null ? null : at });
  return (
    <p className="record-hint" aria-live="polite" data-coach={coach?.warns ?? (is === 'idle' && narrow)}>
      {coach?.words ?? words}
    </p>
  );
}
