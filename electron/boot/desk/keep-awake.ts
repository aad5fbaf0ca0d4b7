import type { Power } from '../../contract/desktop.ts';
import type { JobRunner } from '../../jobs/runner.ts';
import type { SettingsShelf } from '../../library/settings-shelf.ts';
import type { Emitter } from '../emitter.ts';

/** How long after something changed it is looked at, in milliseconds: ten thousand lines change often. */
const LOOK_MS = 1_000;

export interface KeepAwakeParts {
  readonly power: Pick<Power, 'keepAwake'>;
  readonly runner: Pick<JobRunner, 'list' | 'onChange' | 'isPaused'>;
  readonly settings: Pick<SettingsShelf, 'get'>;
  readonly events: Emitter;
}

/** Keeps the computer awake while something is spoken or made, where the person wants that. Answers the undo. */
export function keepAwakeAtWork({ power, runner, settings, events }: KeepAwakeParts): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isKept = false;

  function keep(on: boolean): void {
    if (on === isKept) return;
    isKept = on;
    power.keepAwake(on);
  }
  /** What waits for a network, for credits or for a person may wait for days: that is no work. */
  function isAtWork(): boolean {
    if (runner.isPaused()) return false;
    return runner
      .list()
      .some(
        ({ state }) => state.status === 'running' || (state.status === 'waiting' && state.why === 'turn'),
      );
  }
  function lookSoon(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      keep(settings.get().keepAwake && isAtWork());
    }, LOOK_MS).unref();
  }

  const undo = [
    runner.onChange(lookSoon),
    events.listen((name) => {
      if (name === 'settings.changed' || name === 'queue.changed') lookSoon();
    }),
  ];
  lookSoon();
  return () => {
    clearTimeout(timer);
    for (const each of undo) each();
    keep(false);
  };
}
