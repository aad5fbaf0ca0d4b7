import type { OwnProcess } from '../../../electron/processes/own-process.ts';
import type { FromEar, ToEar } from '../../../electron/recording/listening/messages.ts';

/** A process that listens and takes every sample above 0 for speech; it can be held, and made to die. */
export interface FakeEar extends OwnProcess {
  /** The most samples that ever waited to be heard. */
  readonly most: number;
  /** Answers nothing while held; what came meanwhile is answered after. */
  hold(on: boolean): void;
  die(): void;
}

/** A new one; it answers in the next turn, as a process would. */
export function fakeEar(): FakeEar {
  const waiting: ToEar[] = [];
  const ends: ((how: string) => void)[] = [];
  const speech = new Map<number, number>();
  let listen: (message: FromEar) => void = () => {};
  let isHeld = false;
  let isGone = false;
  let most = 0;

  const answer = (message: ToEar) => {
    if (message.is === 'begin') speech.set(message.session, 0);
    if (message.is === 'hear') {
      const { session, first, samples } = message;
      const spans = [];
      for (let at = 0; at < samples.length; at++) {
        if ((samples[at] ?? 0) <= 0) continue;
        const from = at;
        while ((samples[at] ?? 0) > 0) at++;
        spans.push({ from: first + from, to: first + at });
        speech.set(session, (speech.get(session) ?? 0) + at - from);
      }
      const speechSamples = speech.get(session) ?? 0;
      listen({ is: 'heard', session, upTo: first + samples.length, speechSamples, spans });
    }
    if (message.is === 'end')
      listen({ is: 'done', session: message.session, upTo: 0, speechSamples: 0, spans: [] });
  };
  const answerAll = () => {
    while (!isHeld && !isGone && waiting.length > 0) answer(waiting.shift() as ToEar);
  };

  return {
    get most() {
      return most;
    },
    send(message) {
      waiting.push(message as ToEar);
      most = Math.max(
        most,
        waiting.reduce((sum, sent) => sum + (sent.is === 'hear' ? sent.samples.length : 0), 0),
      );
      setImmediate(answerAll);
    },
    onMessage(listener) {
      listen = listener;
    },
    onEnded: (listener) => void ends.push(listener),
    end() {
      isGone = true;
    },
    hold(on) {
      isHeld = on;
      setImmediate(answerAll);
    },
    die() {
      isGone = true;
      for (const tell of ends) tell('ended with 1');
    },
  };
}
