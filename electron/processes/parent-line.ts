/** The other end: the line from a process of ours to the one who started it. */
export interface ParentLine {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** What Electron puts into a utility process; Node's type declarations do not know it. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** The line to the parent, in Electron's utility process or in one that Node forked. Throws where there is neither. */
export function openParentLine(): ParentLine {
  const port = (process as { readonly parentPort?: ParentPort }).parentPort;
  if (port)
    return {
      send: (message) => port.postMessage(message),
      onMessage: (listener) => port.on('message', ({ data }) => listener(data)),
    };
  if (!process.send) throw new Error('started by hand: there is nobody to talk to');
  return {
    send: (message) => void process.send?.(message, undefined, undefined, () => undefined),
    onMessage: (listener) => void process.on('message', listener),
  };
}
