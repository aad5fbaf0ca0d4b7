import { useRef, useState } from 'react';
import { useEquipment } from '../equipment.tsx';
import { useFrames } from '../parts/clock.ts';
import { type CoachMemory, coachAt, coachHears, coachHint } from './coach.ts';

/** The coach's hint while recording; null while all is well or nothing is recorded. */
export function useCoach(recording: boolean): string | null {
  const { recorder } = useEquipment();
  const memory = useRef<CoachMemory | null>(null);
  const [hint, setHint] = useState<string | null>(null);
  if (!recording) memory.current = null;
  useFrames(recording, () => {
    const now = performance.now();
    memory.current = coachHears(memory.current ?? coachAt(now), recorder.level(), now);
    setHint(coachHint(memory.current, now));
  });
  return recording ? hint : null;
}
