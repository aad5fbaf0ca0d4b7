import type { Settings } from '../library/settings.ts';
import type { Result } from '../result.ts';
import type { Stations } from './stations.ts';

/** Changes settings and tells everyone; fails with `settings-not-written`, and they stay as they were. */
export function changeSettings(
  { settings, events }: Pick<Stations, 'settings' | 'events'>,
  patch: Partial<Settings>,
): Result<Settings> {
  const changed = settings.change(patch);
  if (changed.ok) events.emit('settings.changed', changed.value);
  return changed;
}
