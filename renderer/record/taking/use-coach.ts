import { useState } from 'react';
import { COACH_WORDS, ROOM_WORDS } from '../../../electron/recording/quality/coach-words.ts';
import type { Recorder } from '../../audio/recorder.ts';
import { useEquipment } from '../../equipment.tsx';
import { useFrames } from '../../parts/clock.ts';

/** One hint, and whether it is a warning. */
export interface CoachLine {
  readonly words: string;
  readonly warns: boolean;
}

/** What the coach says while recording, or of the room before it; null while there is nothing to say. */
export function useCoach(now: { readonly recording: boolean; readonly waiting: boolean }): CoachLine | null {
  const { recorder } = useEquipment();
  const [line, setLine] = useState<CoachLine | null>(null);
  const listens = now.recording || now.waiting;
  useFrames(listens, () => {
    const next = now.recording ? whileRecording(recorder) : ofTheRoom(recorder);
    setLine((before) => (before?.words === next?.words ? before : next));
  });
  return listens ? line : null;
}

function whileRecording(recorder: Recorder): CoachLine | null {
  const hint = recorder.hint();
  if (hint === null) return null;
  return { words: COACH_WORDS[hint], warns: hint !== 'speak' };
}

/** The look at the room; before any, that the microphone gives nothing. */
function ofTheRoom(recorder: Recorder): CoachLine | null {
  const room = recorder.room();
  if (room === null) return recorder.noSignal() ? { words: ROOM_WORDS['no-signal'], warns: true } : null;
  if (room.report === undefined)
    return { words: 'Listening to your room. Say nothing for three seconds…', warns: false };
  return { words: ROOM_WORDS[room.report.code], warns: room.report.verdict !== 'good' };
}
