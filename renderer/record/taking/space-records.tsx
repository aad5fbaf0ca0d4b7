import { useCallback } from 'react';
import { useRecorderState } from '../../equipment.tsx';
import { useWindowState } from '../../window-state.tsx';
import { useRecording, useSpaceKey } from './use-recording.ts';

/** Space records and stops on every screen, outside text fields, and brings the Record screen up to show it. */
export function SpaceRecords() {
  const { canPress, press } = useRecording();
  const { go } = useWindowState();
  const { is } = useRecorderState();
  const pressAndShow = useCallback(() => {
    if (!canPress) return;
    go('record');
    press();
  }, [canPress, go, press]);
  useSpaceKey(pressAndShow, is === 'recording');
  return null;
}
