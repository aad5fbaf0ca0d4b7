import { powerMonitor, powerSaveBlocker } from 'electron';
import type { Power } from '../contract/desktop.ts';

/** The computer's sleep as Electron tells it; only once the app is ready. */
export function createPower(): Power {
  let blocker: number | undefined;
  return {
    onSleep(listener) {
      powerMonitor.on('suspend', listener);
      return () => void powerMonitor.off('suspend', listener);
    },
    onWake(listener) {
      powerMonitor.on('resume', listener);
      return () => void powerMonitor.off('resume', listener);
    },
    keepAwake(on) {
      if (on) blocker ??= powerSaveBlocker.start('prevent-app-suspension');
      else if (blocker !== undefined) {
        powerSaveBlocker.stop(blocker);
        blocker = undefined;
      }
    },
  };
}
