import { useEffect, useRef } from 'react';
import { CONSENT_SENTENCE } from '../../../electron/cloning/sample/sample.ts';
import { consentIn, speechParts } from '../../../electron/cloning/sample/script-parts.ts';
import type { Take } from '../../../electron/recording/take.ts';
import { call, on } from '../../bridge.ts';
import { useMirror } from '../../store.ts';
import { useWindowState } from '../../window-state.tsx';
import { useScript } from '../reading/use-script.ts';
import { partsWithReading, partsWithTake } from '../sample/sample-parts.ts';
import { useSample } from '../sample/use-sample.ts';
import { useSampleEdits } from '../sample/use-sample-edits.ts';
import { newFiles } from './take-in-files.ts';
import { useTakeInFile } from './use-take-in-file.ts';

/**
 * Takes each recording and each file into the sample as it is kept, whichever screen is open: the consent that was read
 * is cut out, the sentences join the sample, or stand for the one that was read again. Draws nothing.
 */
export function TakeInRecordings() {
  const takes = useMirror((snapshot) => snapshot.takes);
  const imports = useMirror((snapshot) => snapshot.imports);
  const { setBrokenTake, setStatementDue } = useWindowState();
  const takeIn = useTakeIn();
  const takeInFile = useTakeInFile();
  const running = useRef<readonly string[]>([]);
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    const kept = takes.filter(({ state, id }) => state.status === 'kept' && running.current.includes(id));
    running.current = takes.filter(isBeingRecorded).map(({ id }) => id);
    for (const take of kept) void takeIn(take);
    const files = known.current === null ? [] : newFiles(takes, known.current);
    known.current = new Set([...(known.current ?? []), ...takes.filter(isSettled).map(({ id }) => id)]);
    for (const take of files) void takeInFile(take);
  }, [takes, takeIn, takeInFile]);
  // A statement that could not be read must not make the next file one.
  const failed = imports.length > 0 && imports.every(({ state }) => state.status === 'failed');
  useEffect(() => {
    if (failed) setStatementDue(false);
  }, [failed, setStatementDue]);
  useEffect(() => on('take.broken', ({ fault }) => setBrokenTake(fault)), [setBrokenTake]);
  return null;
}

const isSettled = ({ state }: Take) => state.status !== 'recording';
const isBeingRecorded = (take: Take) => take.source.kind === 'microphone' && !isSettled(take);

/** What is done with a recording that was kept: its consent to where consents are, the rest into the sample. */
export function useTakeIn(): (take: Take) => Promise<void> {
  const sample = useSample();
  const { edit } = useSampleEdits();
  const script = useScript();
  const { rereading, setRereading, setSampleFault } = useWindowState();
  const latest = useRef({ sample, edit, script, rereading });
  latest.current = { sample, edit, script, rereading };
  const takeIn = useRef(async (take: Take) => {
    const { sample, edit, script, rereading } = latest.current;
    setRereading(null);
    const consent = consentIn(take);
    if (consent) {
      const { from, to } = consent;
      const agreed = await call('sample.agree', {
        ...{ how: 'spoken', text: script.consent, takeId: take.id, from, to },
      });
      setSampleFault(agreed.ok ? null : agreed.fault);
      if (!agreed.ok && speechParts(take).length === 0) return;
    }
    // What was recorded for the consent alone is kept where consents are, and need not stand among the others.
    if (consent && rereading === CONSENT_SENTENCE) return void call('take.discard', { takeId: take.id });
    const { parts, takes, engine } = sample;
    const next =
      rereading === null || consent
        ? partsWithTake({ parts, takes, take, window: engine })
        : partsWithReading(parts, take, rereading);
    await edit(next);
  });
  return takeIn.current;
}
