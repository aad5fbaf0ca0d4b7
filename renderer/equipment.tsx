import { createContext, useContext, useEffect, useState } from 'react';
import type { Recorder, RecorderState } from './audio/recorder.ts';

/** A microphone as the system lists it. */
export interface Microphone {
  readonly id: string;
  readonly name: string;
}

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

/** The recorder's state, drawn again when it changes; samples and levels are polled apart from it. */
export function useRecorderState(): RecorderState {
  const { recorder } = useEquipment();
  const [state, setState] = useState(() => recorder.state());
  useEffect(() => {
    setState(recorder.state());
    return recorder.subscribe(() => setState(recorder.state()));
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
