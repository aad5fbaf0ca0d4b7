import { useCallback, useEffect, useRef } from 'react';
import { useChosenMicrophone, useEquipment, useRecorderState } from '../../equipment.tsx';
import { silenceAll } from '../../parts/sound/one-player.ts';
import { useMirror } from '../../store.ts';
import { useWindowState } from '../../window-state.tsx';
import { useScript } from '../reading/use-script.ts';
import { isUnderWay } from '../record-words.ts';
import { partsAtStart } from '../sample/sample-parts.ts';
import { useSample } from '../sample/use-sample.ts';
import { useSampleEdits } from '../sample/use-sample-edits.ts';
import { followFocus, spaceRecords } from './space-key.ts';

/** The one button of the record screen, and the same for one sentence alone. */
export interface Recording {
  readonly canPress: boolean;
  /** Starts when nothing runs, stops what runs, waits in between. */
  press(): void;
  /** Starts with this sentence; what was said before stays in the sample. */
  pressFor(sentence: number): void;
}

export function useRecording(): Recording {
  const { recorder } = useEquipment();
  const { setBrokenTake, setReadingAt, rereading } = useWindowState();
  const { is } = useRecorderState();
  const { deviceId } = useChosenMicrophone();
  const countdown = useMirror((snapshot) => snapshot.settings.countdown);
  const { parts, seconds, speech, engine } = useSample();
  const { edit } = useSampleEdits();
  const { start, readOf } = useScript();
  const running = is === 'recording' || is === 'paused' || is === 'counting';

  const pressFor = useCallback(
    (sentence: number) => {
      silenceAll();
      setBrokenTake(null);
      setReadingAt(sentence);
      void recorder.record({ deviceId, read: readOf(sentence), ...(countdown > 0 && { countdown }) });
    },
    [recorder, deviceId, countdown, readOf, setBrokenTake, setReadingAt],
  );

  const press = useCallback(() => {
    if (running) return void recorder.stop();
    if (isUnderWay(is)) return;
    const left = rereading === null ? partsAtStart(parts, { seconds, speech }, engine) : parts;
    if (left.length < parts.length) void edit(left);
    pressFor(left.length < parts.length ? Math.min(start, 0) : start);
  }, [is, running, recorder, parts, seconds, speech, engine, edit, start, rereading, pressFor]);

  return { canPress: running || !isUnderWay(is), press, pressFor };
}

/** Goes on to the next sentence while recording; answers nothing where there is none. */
export function useNextSentence(): (() => void) | null {
  const { recorder } = useEquipment();
  const { is } = useRecorderState();
  const { rereading, setReadingAt } = useWindowState();
  const { at, sentences, readOf } = useScript();
  const next = useCallback(() => {
    recorder.mark(readOf(at + 1));
    setReadingAt(at + 1);
  }, [recorder, at, readOf, setReadingAt]);
  return is === 'recording' && rereading === null && at < sentences.length - 1 ? next : null;
}

/** Lets Space press the button, where Space has nothing else to do. */
export function useSpaceKey(press: () => void, recording: boolean): void {
  const latest = useRef({ press, recording });
  latest.current = { press, recording };
  useEffect(() => {
    const focus = followFocus();
    const keyDown = (event: KeyboardEvent) => {
      const { recording } = latest.current;
      if (!spaceRecords(event, { recording, byKeyboard: focus.byKeyboard() })) return;
      event.preventDefault();
      if (event.target instanceof HTMLElement) event.target.blur();
      latest.current.press();
    };
    window.addEventListener('keydown', keyDown);
    return () => {
      window.removeEventListener('keydown', keyDown);
      focus.stop();
    };
  }, []);
}
