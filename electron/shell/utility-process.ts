import { utilityProcess } from 'electron';
import { endingOf, environmentFor, type OwnProcess } from '../processes/own-process.ts';

/** A process of its own as Electron starts it; `file` must lie outside the app's archive. */
export function startUtilityProcess(file: string): OwnProcess {
  const child = utilityProcess.fork(file, [], {
    ...{ serviceName: 'Timbre', stdio: 'ignore' },
    env: environmentFor(process.env),
  });
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onEnded: (listener) => void child.once('exit', (code) => listener(endingOf(code))),
    end: () => void child.kill(),
  };
}
