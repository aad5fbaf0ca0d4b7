import { useEffect, useRef } from 'react';
import { consentIn } from '../../electron/cloning/script-parts.ts';
import type { Take } from '../../electron/recording/take.ts';
import { call, on } from '../bridge.ts';
import { useMirror } from '../store.ts';
import { useWindowState } from '../window-state.tsx';
import { partsWithReading, partsWithTake } from './sample-parts.ts';
import { useSample } from './use-sample.ts';
import { useSampleEdits } from './use-sample-edits.ts';
import { useScript } from './use-script.ts';

/**
 * Takes each recording into the sample as it is kept, whichever screen is open: the consent that was read in it is cut
 * out, its sentences join the sample, or stand for the one that was read again. Draws nothing.
 */
export function TakeInRecordings() {
  const takes = useMirror((snapshot) => snapshot.takes);
  const { setBrokenTake } = useWindowState();
  const takeIn = useTakeIn();
  const running = useRef<readonly string[]>([]);
  useEffect(() => {
    const kept = takes.filter((take) => take.state.status === 'kept' && running.current.includes(take.id));
    running.current = takes.filter((take) => take.state.status === 'recording').map((take) => take.id);
    for (const take of kept) void takeIn(take);
  }, [takes, takeIn]);
  useEffect(() => on('take.broken', ({ fault }) => setBrokenTake(fault)), [setBrokenTake]);
  return null;
}

/** What is done with a recording that was kept: its consent to where consents are, the rest into the sample. */
export function useTakeIn(): (take: Take) => Promise<void> {
  const sample = useSample();
  const { edit } = useSampleEdits();
  const script = useScript();
  const { rereading, setRereading, setReadingAt, setSampleFault } = useWindowState();
  const latest = useRef({ sample, edit, script, rereading });
  latest.current = { sample, edit, script, rereading };
  const takeIn = useRef(async (take: Take) => {
    const { sample, edit, script, rereading } = latest.current;
    setReadingAt(null);
    setRereading(null);
    const consent = consentIn(take);
    if (consent) {
      const { from, to } = consent;
      const agreed = await call('sample.agree', {
        ...{ how: 'spoken', text: script.consent, takeId: take.id, from, to },
      });
      setSampleFault(agreed.ok ? null : agreed.fault);
    }
    const { parts, seconds, engine } = sample;
    const next =
      rereading === null
        ? partsWithTake({ parts, seconds, take, window: engine })
        : partsWithReading(parts, take, rereading);
    await edit(next);
  });
  return takeIn.current;
}
