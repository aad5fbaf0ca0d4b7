import type { A2eClient } from '../../electron/a2e/client.ts';
import { fail } from '../../electron/result.ts';

/** A network that can be cut: what is under way then is lost, on the way there or on the way back. */
export interface ShakyNetwork {
  readonly client: A2eClient;
  cut(): void;
  restore(): void;
  isUp(): boolean;
  /** Calls to speak that were sent. */
  spoken(): number;
}

/** The network between Timbre and this client's server; each way takes up to `ms`. */
export function shakyNetwork(client: A2eClient, ms: number, random: () => number): ShakyNetwork {
  let isUp = true;
  let spoken = 0;
  let cutNow = () => {};
  let nextCut = new Promise<'cut'>((resolve) => {
    cutNow = () => resolve('cut');
  });
  const way = () =>
    Promise.race([
      nextCut,
      new Promise<'there'>((resolve) => setTimeout(() => resolve('there'), random() * ms)),
    ]);
  const over = async <T>(call: () => Promise<T>) => {
    if (!isUp) return fail('offline');
    if ((await way()) === 'cut') return fail('interrupted');
    const answer = await call();
    return (await way()) === 'cut' ? fail('interrupted') : answer;
  };
  return {
    client: {
      ...client,
      speak: (request, signal) => {
        if (isUp) spoken++;
        return over(() => client.speak(request, signal));
      },
      download: (url, signal) => over(() => client.download(url, signal)),
      credits: (signal) => over(() => client.credits(signal)),
    },
    cut() {
      isUp = false;
      cutNow();
      nextCut = new Promise((resolve) => {
        cutNow = () => resolve('cut');
      });
    },
    restore() {
      isUp = true;
    },
    isUp: () => isUp,
    spoken: () => spoken,
  };
}
