import type { Settings } from '../../electron/library/settings.ts';
import { call } from '../bridge.ts';
import { type Act, useAct } from '../parts/act.ts';
import { useMirror } from '../store.ts';

/** The settings and how to change them; the change is seen when the main process has kept it. */
export function useSettings(): {
  readonly settings: Settings;
  readonly act: Act;
  change(part: Partial<Settings>): void;
} {
  const settings = useMirror((snapshot) => snapshot.settings);
  const act = useAct();
  return { settings, act, change: (part) => void act.run(call('settings.change', part)) };
}
