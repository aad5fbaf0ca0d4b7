import type { Bridge, CallName, Calls, EventName, Events, Snapshot } from '../../electron/contract/calls.ts';

import { ok } from '../../electron/result.ts';

type Answers = { readonly [N in CallName]?: (ask: Calls[N]['ask']) => Calls[N]['answer'] };

export interface FakeBridge extends Bridge {
  /** Every call so far. */
  readonly calls: readonly { readonly name: CallName; readonly ask: unknown }[];
  /** Tells the window an event. */
  tell<N extends EventName>(name: N, value: Events[N]): void;
}

/** The main process as the window sees it: `app.open` answers the snapshot, other calls what `answers` says. */
export function fakeBridge(open: () => Snapshot | Promise<Snapshot>, answers: Answers = {}): FakeBridge {
  const calls: { name: CallName; ask: unknown }[] = [];
  const listeners = new Map<EventName, Set<(value: never) => void>>();
  return {
    calls,
    async call(name, ask) {
      calls.push({ name, ask });
      if (name === 'app.open') return (await open()) as Calls[typeof name]['answer'];
      const answer = answers[name];
      if (answer === undefined) throw new Error(`nobody answers ${name}`);
      return answer(ask);
    },
    async importFiles(files) {
      const ask = { paths: files.map((file) => file.name) };
      calls.push({ name: 'take.importDropped', ask });
      return answers['take.importDropped']?.(ask) ?? ok([]);
    },
    on(name, listener) {
      const those = listeners.get(name) ?? new Set();
      listeners.set(name, those.add(listener));
      return () => those.delete(listener);
    },
    tell(name, value) {
      for (const listener of listeners.get(name) ?? []) listener(value as never);
    },
  };
}
