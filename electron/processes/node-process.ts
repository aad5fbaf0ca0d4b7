import { type ChildProcess, fork } from 'node:child_process';
import { endingOf, environmentFor, type OwnProcess } from './own-process.ts';

/** A process of its own in plain Node: for the command line and tests. It ends with the one who started it. */
export function startNodeProcess(file: string): OwnProcess {
  const child = fork(file, {
    ...{ serialization: 'advanced', execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] },
    env: environmentFor(process.env),
  });
  return {
    send(message) {
      // What cannot be sent any more is told by the end of the process.
      if (child.connected) child.send(message as Parameters<ChildProcess['send']>[0], () => undefined);
    },
    onMessage: (listener) => void child.on('message', listener),
    onEnded(listener) {
      let isTold = false;
      const tell = (how: string) => {
        if (!isTold) listener(how);
        isTold = true;
      };
      child.once('exit', (code, signal) => tell(endingOf(code, signal)));
      child.on('error', ({ message }) => tell(message));
    },
    end: () => void child.kill('SIGKILL'),
  };
}
