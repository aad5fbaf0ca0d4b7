import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { type Bridge, CALL_NAMES, type CallName, EVENT_NAMES, type PortHandover } from './contract/calls.ts';
import { CALL_CHANNEL, EVENT_CHANNEL, FRAMES_CHANNEL } from './shell/channels.ts';

const listeners = new Set<(name: unknown, value: unknown) => void>();
ipcRenderer.on(EVENT_CHANNEL, (_event, name: unknown, value: unknown) => {
  for (const hear of listeners) hear(name, value);
});

const FILES_CALL: CallName = 'take.importDropped';
/** Which file is read is never the page's word: it hands over files, whose paths only the preload can see. */
const isForWindow = (name: CallName) => CALL_NAMES.includes(name) && name !== FILES_CALL;

/** The one object the window gets: the calls and events of the contract, and nothing else of Electron. */
const bridge: Bridge = {
  call: (name, ask) =>
    isForWindow(name)
      ? ipcRenderer.invoke(CALL_CHANNEL, name, ask)
      : Promise.reject(new Error(`no such call: ${name}`)),
  importFiles: (files) =>
    ipcRenderer.invoke(CALL_CHANNEL, FILES_CALL, {
      paths: files.map((file) => webUtils.getPathForFile(file)),
    }),
  on(name, listener) {
    if (!EVENT_NAMES.includes(name)) throw new Error(`no such event: ${name}`);
    const hear = (heard: unknown, value: unknown) => {
      if (heard === name) (listener as (value: unknown) => void)(value);
    };
    listeners.add(hear);
    return () => listeners.delete(hear);
  },
};
contextBridge.exposeInMainWorld('timbre', bridge);

// A MessagePort cannot cross the context bridge, so the page posts it here and it is passed on to main.
window.addEventListener('message', (event) => {
  const [port] = event.ports;
  if (event.source !== window || !port || !isHandover(event.data)) return;
  ipcRenderer.postMessage(FRAMES_CHANNEL, { takeId: event.data.takeId }, [port]);
});

function isHandover(data: unknown): data is PortHandover {
  return (
    typeof data === 'object' &&
    data !== null &&
    'timbre' in data &&
    data.timbre === 'frames-port' &&
    'takeId' in data &&
    typeof data.takeId === 'string'
  );
}
