/** A process that was started for one task, as the one who started it sees it. Native code that aborts ends it, not us. */
export interface OwnProcess {
  /** Sends a value that can be cloned; typed arrays are copied. Nothing happens where the process has ended. */
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once when it has ended, for whatever reason, also where it could not be started. `how` is for details. */
  onEnded(listener: (how: string) => void): void;
  /** Ends it at once. */
  end(): void;
}

/** Starts the bundle `file` as a process of its own. May throw where the system has none to give. */
export type StartProcess = (file: string) => OwnProcess;

/** The same where that is no surprise: a process that could not be started is one that has ended. */
export function startOrEnd(start: () => OwnProcess): OwnProcess {
  try {
    return start();
  } catch (error) {
    const how = error instanceof Error ? error.message : 'could not be started';
    return {
      send: () => undefined,
      onMessage: () => undefined,
      onEnded: (listener) => void setImmediate(() => listener(how)),
      end: () => undefined,
    };
  }
}

/** What a process needs of our environment: to find libraries and a place for temporary files. No token is among it. */
const NEEDED = ['PATH', 'LD_LIBRARY_PATH', 'SYSTEMROOT', 'WINDIR', 'TMPDIR', 'TEMP', 'TMP'];

/** The part of `env` that a process of ours is given. */
export function environmentFor(env: NodeJS.ProcessEnv): Record<string, string> {
  const given = Object.entries(env).flatMap(([name, value]) =>
    value !== undefined && NEEDED.includes(name.toUpperCase()) ? [[name, value] as const] : [],
  );
  return Object.fromEntries(given);
}

/** How a process ended, in words for the details. */
export function endingOf(code: number | null, signal?: string | null): string {
  return signal ? `ended by ${signal}` : `ended with ${code ?? 'no code'}`;
}
