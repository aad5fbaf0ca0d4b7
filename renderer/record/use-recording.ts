import { useCallback, useEffect, useRef } from 'react';
import { useEquipment, useRecorderState } from '../equipment.tsx';
import { silenceAll } from '../parts/one-player.ts';
import { useMirror } from '../store.ts';
import { useWindowState } from '../window-state.tsx';
import { choiceAtStart } from './sample-choice.ts';
import { followFocus, spaceRecords } from './space-key.ts';
import { useSample } from './use-sample.ts';

/** The one button of the record screen: starts when nothing runs, stops what runs, waits in between. */
export function useRecording(): { readonly canPress: boolean; press(): void } {
  const { recorder } = useEquipment();
  const { chooseTakes, setBrokenTake } = useWindowState();
  const { is } = useRecorderState();
  const microphoneId = useMirror((snapshot) => snapshot.settings.microphoneId);
  const sample = useSample();
  const canPress = is === 'idle' || is === 'failed' || is === 'recording';

  const press = useCallback(() => {
    if (is === 'recording') {
      void recorder.stop();
    } else if (is === 'idle' || is === 'failed') {
      silenceAll();
      setBrokenTake(null);
      chooseTakes(choiceAtStart(sample.takes, sample.engine));
      void recorder.start(microphoneId);
    }
  }, [is, recorder, microphoneId, sample, chooseTakes, setBrokenTake]);

  return { canPress, press };
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
