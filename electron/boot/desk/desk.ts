import { setTimeout as wait } from 'node:timers/promises';
import type { Attention, Power } from '../../contract/desktop.ts';
import type { Stations } from '../stations.ts';
import { type BatchNews, tellOfBatches } from './batch-news.ts';
import { keepAwakeAtWork } from './keep-awake.ts';
import { restWithComputer } from './rest.ts';

/** What the desktop around the stations is told, and tells. */
export interface Desk extends Pick<BatchNews, 'looked'> {
  close(): void;
}

/** Joins the stations with the desktop around them: its sleep, its notifications, its taskbar. */
export function joinDesktop({
  stations,
  attention,
  power,
  isShown,
}: {
  readonly stations: Stations;
  readonly attention: Attention;
  readonly power: Power;
  readonly isShown: () => boolean;
}): Desk {
  const { runner, servers, events, settings, batches } = stations;
  const stopResting = restWithComputer({
    ...{ power, runner, servers },
    wait: (ms) => wait(ms, undefined, { ref: false }),
  });
  const stopKeeping = keepAwakeAtWork({ power, runner, settings, events });
  const news = tellOfBatches({
    ...{ attention, events, settings, batches, isShown },
    isPaused: runner.isPaused,
  });
  return {
    looked: news.looked,
    close() {
      stopResting();
      stopKeeping();
      news.close();
    },
  };
}
