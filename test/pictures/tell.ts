import type { ElectronApplication } from '@playwright/test';
import type { EventName, Events } from '../../electron/contract/calls.ts';
import { EVENT_CHANNEL } from '../../electron/shell/channels.ts';

/** Tells the window an event that is hard to bring about, just as the main process would. */
export async function tell<N extends EventName>(
  app: ElectronApplication,
  name: N,
  value: Events[N],
): Promise<void> {
  const told: { channel: string; name: string; value: unknown } = { channel: EVENT_CHANNEL, name, value };
  await app.evaluate(({ BrowserWindow }, event) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send(event.channel, event.name, event.value);
  }, told);
}
