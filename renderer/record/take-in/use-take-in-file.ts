import { useRef } from 'react';
import type { Take } from '../../../electron/recording/take.ts';
import { call } from '../../bridge.ts';
import { useWindowState } from '../../window-state.tsx';
import { STATEMENT_WORDS } from '../consent/consent-rules.ts';
import { useSample } from '../sample/use-sample.ts';
import { useSampleEdits } from '../sample/use-sample-edits.ts';
import { goesInWhole, partsWithFile } from './take-in-files.ts';

/**
 * What is done with a file that was taken in: a statement that was asked for becomes the consent; of a recording the best
 * part goes into the sample, to be chosen anew where the file is longer than that.
 */
export function useTakeInFile(): (take: Take) => Promise<void> {
  const sample = useSample();
  const { edit } = useSampleEdits();
  const { statementDue, setStatementDue, setTrimming, setSampleFault } = useWindowState();
  const latest = useRef({ sample, edit, statementDue });
  latest.current = { sample, edit, statementDue };
  const takeIn = useRef(async (take: Take) => {
    if (latest.current.statementDue) {
      setStatementDue(false);
      const agreed = await call('sample.agree', { how: 'statement', text: STATEMENT_WORDS, takeId: take.id });
      return setSampleFault(agreed.ok ? null : agreed.fault);
    }
    const whole = goesInWhole(take, latest.current.sample.engine.sweetSpot);
    const best = whole ? null : await call('sample.suggest', { takeId: take.id });
    if (best && !best.ok) setSampleFault(best.fault);
    const { parts, takes, engine } = latest.current.sample;
    await latest.current.edit(
      partsWithFile({ parts, takes, take, window: engine, best: best?.ok ? best.value : null }),
    );
    if (!whole) setTrimming(take.id);
  });
  return takeIn.current;
}
