import type { MessagePortMain } from 'electron';
import type { FrameInput, FrameLine } from '../recording/recorder.ts';
import { MOST_MARK_TEXT } from '../recording/take.ts';

/** More sound in one message than any honest worker sends: ten seconds at the highest rate. */
const MOST_SAMPLES = 7_680_000;

/** A port from the window as the recorder's line; what is no frame is not passed on. */
export function frameLine(port: MessagePortMain): FrameLine {
  return {
    onInput(listener) {
      port.on('message', ({ data }) => {
        const input = parseFrame(data);
        if (input) listener(input);
      });
      port.start();
    },
    onClosed: (listener) => void port.on('close', listener),
    tell: (kind) => port.postMessage({ kind }),
    close: () => port.close(),
  };
}

function parseFrame(data: unknown): FrameInput | undefined {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return undefined;
  if (data.kind === 'end' && 'samples' in data && isCount(data.samples))
    return { kind: 'end', samples: data.samples };
  if (data.kind === 'mark' && 'at' in data && 'sentence' in data) {
    if (!isCount(data.at) || !isSentence(data.sentence)) return undefined;
    const text = 'text' in data && isMarkText(data.text) ? { text: data.text } : {};
    return { kind: 'mark', at: data.at, sentence: data.sentence, ...text };
  }
  if (data.kind !== 'frames' || !('first' in data) || !('samples' in data)) return undefined;
  const { first, samples } = data;
  if (!isCount(first) || !(samples instanceof Float32Array) || samples.length > MOST_SAMPLES)
    return undefined;
  return { kind: 'frames', first, samples };
}

function isMarkText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MOST_MARK_TEXT;
}

/** −1 is the statement of consent. */
function isSentence(value: unknown): value is number {
  return value === -1 || isCount(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
