import { useCallback, useEffect, useRef } from 'react';
import { useChosenMicrophone, useEquipment, useRecorderState } from '../equipment.tsx';
import { silenceAll } from '../parts/one-player.ts';
import { useWindowState } from '../window-state.tsx';
import { partsAtStart } from './sample-parts.ts';
import { followFocus, spaceRecords } from './space-key.ts';
import { useSample } from './use-sample.ts';
import { useSampleEdits } from './use-sample-edits.ts';
import { useScript } from './use-script.ts';

/** The one button of the record screen: starts when nothing runs, stops what runs, waits in between. */
export function useRecording(): { readonly canPress: boolean; press(): void } {
  const { recorder } = useEquipment();
  const { setBrokenTake, setReadingAt, rereading } = useWindowState();
  const { is } = useRecorderState();
  const { deviceId } = useChosenMicrophone();
  const { parts, seconds, engine } = useSample();
  const { edit } = useSampleEdits();
  const { start } = useScript();
  const canBegin = is === 'idle' || is === 'failed' || is === 'interrupted';
  const canPress = canBegin || is === 'recording';

  const press = useCallback(() => {
    if (is === 'recording') {
      void recorder.stop();
    } else if (canBegin) {
      silenceAll();
      setBrokenTake(null);
      const left = rereading === null ? partsAtStart(parts, seconds, engine) : parts;
      if (left.length < parts.length) void edit(left);
      const first = left.length < parts.length ? Math.min(start, 0) : start;
      setReadingAt(first);
      void recorder.record({ deviceId, sentence: first });
    }
  }, [
    is,
    canBegin,
    recorder,
    deviceId,
    parts,
    seconds,
    engine,
    edit,
    start,
    rereading,
    setBrokenTake,
    setReadingAt,
  ]);

  return { canPress, press };
}

/** Goes on to the next sentence while recording; answers nothing where there is none. */
export function useNextSentence(): (() => void) | null {
  const { recorder } = useEquipment();
  const { is } = useRecorderState();
  const { rereading, setReadingAt } = useWindowState();
  const { at, sentences } = useScript();
  const next = useCallback(() => {
    recorder.mark(at + 1);
    setReadingAt(at + 1);
  }, [recorder, at, setReadingAt]);
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
