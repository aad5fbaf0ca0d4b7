import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { findMicrophone, type Microphone, type RememberedMicrophone } from './audio/device.ts';
import type { Recorder, RecorderState, StreamState } from './audio/recorder.ts';
import { on } from './bridge.ts';
import { useMirror } from './store.ts';

/** What the screens record with; handed in from `main.tsx`, so that a test can hand in its own. */
export interface Equipment {
  readonly recorder: Recorder;
  listMicrophones(): Promise<readonly Microphone[]>;
  /** Answers the undo. */
  onMicrophonesChanged(listener: () => void): () => void;
}

const EquipmentContext = createContext<Equipment | null>(null);
export const EquipmentProvider = EquipmentContext.Provider;

/** The recorder and the microphones of this window. */
export function useEquipment(): Equipment {
  const equipment = useContext(EquipmentContext);
  if (equipment === null) throw new Error('no equipment was handed in');
  return equipment;
}

/** The take's state, drawn again when it changes; samples and levels are polled apart from it. */
export function useRecorderState(): RecorderState {
  return useOfRecorder((recorder) => recorder.state());
}

/** The microphone's state, drawn again when it changes. */
export function useStreamState(): StreamState {
  return useOfRecorder((recorder) => recorder.stream());
}

function useOfRecorder<T>(read: (recorder: Recorder) => T): T {
  const { recorder } = useEquipment();
  const latest = useRef(read);
  const [state, setState] = useState(() => read(recorder));
  useEffect(() => {
    const look = () => setState(() => latest.current(recorder));
    look();
    return recorder.subscribe(look);
  }, [recorder]);
  return state;
}

/** The microphones there are now; follows plugging in and out. */
export function useMicrophones(): readonly Microphone[] {
  const equipment = useEquipment();
  const [microphones, setMicrophones] = useState<readonly Microphone[]>([]);
  useEffect(() => {
    let wanted = true;
    const read = () => {
      void equipment.listMicrophones().then((list) => {
        if (wanted) setMicrophones(list);
      });
    };
    read();
    const undo = equipment.onMicrophonesChanged(read);
    return () => {
      wanted = false;
      undo();
    };
  }, [equipment]);
  return microphones;
}

/** The microphone to record with. */
export interface ChosenMicrophone {
  /** Null: the system's default. */
  readonly deviceId: string | null;
  /** What was chosen and is not plugged in, so that the default stands in for it; null where it is there. */
  readonly missing: string | null;
}

/** The microphone that was chosen in the settings, found again where it was plugged in anew. */
export function useChosenMicrophone(): ChosenMicrophone {
  const settings = useMirror((snapshot) => snapshot.settings);
  const microphones = useMicrophones();
  return useMemo(() => chosenAmong(microphones, settings), [microphones, settings]);
}

function chosenAmong(there: readonly Microphone[], remembered: RememberedMicrophone): ChosenMicrophone {
  const { microphoneId, microphoneName } = remembered;
  // Before the list is there nothing is known to be missing.
  if (microphoneId === null || there.every(({ id }) => id === ''))
    return { deviceId: microphoneId, missing: null };
  const found = findMicrophone(there, remembered);
  if (found) return { deviceId: found.id, missing: null };
  return { deviceId: null, missing: microphoneName ?? 'The chosen microphone' };
}

/**
 * Keeps the microphone open while the screen that calls this is there and the window is seen: its level runs and a take
 * can begin at once. Not before it was allowed, and not where the settings say otherwise: the first press asks.
 */
export function useOpenMicrophone(): void {
  const { recorder } = useEquipment();
  const { deviceId } = useChosenMicrophone();
  const listens = useMirror(({ settings, microphone }) => settings.listenAhead && microphone === 'granted');
  const [isShown, setShown] = useState(true);
  useEffect(() => on('window.shown', setShown), []);
  useEffect(() => {
    if (!listens || !isShown) return;
    void recorder.open(deviceId);
    return () => recorder.close();
  }, [recorder, deviceId, listens, isShown]);
}
