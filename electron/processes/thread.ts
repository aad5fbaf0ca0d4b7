import { readFile } from 'node:fs/promises';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts a thread of one bundled file. The file is read here and handed over, because a thread cannot read inside an app
 * archive in every Electron; so it must require nothing but Node's own. It gets nothing of the environment, and keeps the
 * process alive only while it is asked something.
 */
export async function startThread(
  workerFile: string,
  more: Pick<WorkerOptions, 'workerData' | 'transferList' | 'resourceLimits'> = {},
): Promise<Worker> {
  const code = await readFile(workerFile, 'utf8');
  const worker = new Worker(code, { eval: true, env: {}, execArgv: [], ...more });
  worker.unref();
  // Without a listener an error between two questions would end the process; the next question meets it anyway.
  worker.on('error', () => {});
  return worker;
}

/**
 * Posts `send`, where there is something to say, and resolves to the thread's next message, or to undefined once `signal`
 * fires. Rejects when the thread breaks or is ended.
 */
export function nextMessage<T>(
  worker: Worker,
  { send, signal }: { readonly send?: unknown; readonly signal: AbortSignal },
): Promise<T | undefined> {
  return new Promise<T | undefined>((resolve, reject) => {
    const settle = (end: () => void) => {
      signal.removeEventListener('abort', onAbort);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit).unref();
      end();
    };
    const onMessage = (message: T) => settle(() => resolve(message));
    const onError = (error: unknown) => settle(() => reject(error));
    const onExit = () => settle(() => reject(new Error('the thread has ended')));
    const onAbort = () => settle(() => resolve(undefined));
    worker.on('message', onMessage).on('error', onError).on('exit', onExit).ref();
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
    else if (send !== undefined) worker.postMessage(send);
  });
}
