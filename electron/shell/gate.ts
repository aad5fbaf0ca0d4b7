import {
  type BrowserWindow,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  ipcMain,
  type MessagePortMain,
} from 'electron';
import type { z } from 'zod';
import { CALL_NAMES, type CallName, type Calls, type EventName, type Events } from '../contract/calls.ts';
import { fail } from '../result.ts';
import { CALL_CHANNEL, EVENT_CHANNEL, FRAMES_CHANNEL } from './channels.ts';
import { isOurPage } from './origin.ts';

type Answers = { readonly [N in CallName]: (ask: Calls[N]['ask']) => Promise<Calls[N]['answer']> };

/**
 * The one way in from the window. Every message must come from the main frame of Timbre's own window on Timbre's own
 * origin, and every argument passes its parser; anything else is answered `bad-argument` and goes no further.
 */
export function openGate(parts: {
  window: () => BrowserWindow | undefined;
  /** A call that comes before they are there waits for them. */
  answers: Promise<Answers>;
  onFrames: (takeId: string, port: MessagePortMain) => void;
}): { send: <N extends EventName>(name: N, value: Events[N]) => void; close: () => void } {
  const isOurs = (event: IpcMainEvent | IpcMainInvokeEvent): boolean => {
    const contents = parts.window()?.webContents;
    const frame = event.senderFrame;
    return (
      contents !== undefined &&
      event.sender === contents &&
      frame === contents.mainFrame &&
      isOurPage(frame.url)
    );
  };

  ipcMain.handle(CALL_CHANNEL, async (event, name: unknown, ask: unknown) => {
    if (!isOurs(event) || !isCallName(name)) return fail('bad-argument');
    return answer(await parts.answers, name, ask);
  });
  const onFrames = (event: IpcMainEvent, message: unknown) => {
    const [port] = event.ports;
    if (!port) return;
    const takeId = typeof message === 'object' && message !== null && 'takeId' in message && message.takeId;
    if (isOurs(event) && typeof takeId === 'string') parts.onFrames(takeId, port);
    else port.close();
  };
  ipcMain.on(FRAMES_CHANNEL, onFrames);

  return {
    send(name, value) {
      const contents = parts.window()?.webContents;
      if (contents && !contents.isDestroyed()) contents.send(EVENT_CHANNEL, name, value);
    },
    close() {
      ipcMain.removeHandler(CALL_CHANNEL);
      ipcMain.off(FRAMES_CHANNEL, onFrames);
    },
  };
}

function isCallName(name: unknown): name is CallName {
  return (CALL_NAMES as readonly unknown[]).includes(name);
}

async function answer<N extends CallName>(answers: Answers, name: N, ask: unknown): Promise<unknown> {
  // Loaded with the first call: the window comes up meanwhile.
  const { parsers } = await import('../contract/parsers.ts');
  const parser: z.ZodType<Calls[N]['ask']> = parsers[name];
  const parsed = parser.safeParse(ask);
  if (!parsed.success) return fail('bad-argument', { detail: `${name}: ${parsed.error.issues[0]?.message}` });
  try {
    return await answers[name](parsed.data);
  } catch (error) {
    // A defect: told to the window as a fault, so that it does not wait for ever, and to the terminal for us.
    console.error(`answering ${name}:`, error);
    return fail('unexpected', {
      detail: `${name}: ${error instanceof Error ? error.message : String(error)}`,
    });
  }
}
