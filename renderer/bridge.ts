import type { Bridge, PortHandover } from '../electron/contract/calls.ts';

declare global {
  interface Window {
    /** Put here by the preload; this file is the only one that names it. */
    readonly timbre: Bridge;
  }
}

/** Calls the main process; expected failures are values in the answer. */
export const call: Bridge['call'] = (name, ask) => window.timbre.call(name, ask);

/** Takes dropped files in. */
export const importFiles: Bridge['importFiles'] = (files) => window.timbre.importFiles(files);

/** Listens to an event of the main process; answers the undo. */
export const on: Bridge['on'] = (name, listener) => window.timbre.on(name, listener);

/** Gives the port of a take to the preload, so that its frames go straight from the worker to the main process. */
export function handOverPort(takeId: string, port: MessagePort): void {
  const handover: PortHandover = { timbre: 'frames-port', takeId };
  window.postMessage(handover, window.location.origin, [port]);
}
