import { constants, setPriority } from 'node:os';
import { openParentLine } from '../../processes/parent-line.ts';
import type { Result } from '../../result.ts';
import { createEar, type Ear } from './ear.ts';
import { type Engine, loadEngine, type Vad } from './engine.ts';
import type { FromEar, ListeningFaultCode, ToEar } from './messages.ts';

/**
 * The process in which Silero listens. It is told `open` first, then any number of sessions; each block is answered with
 * how far it has come. Where the engine or its model is not as it should be, it says so once and does nothing more.
 */
const line = openParentLine();
const say = (message: FromEar) => line.send(message);
const ears = new Map<number, { readonly ear: Ear; readonly vad: Vad }>();
/** A detector takes 80 ms to make, so one that has done its work is kept for the next. */
const spare: Vad[] = [];
let engine: Promise<Result<Engine, ListeningFaultCode>> | undefined;
let turn: Promise<void> = Promise.resolve();

// Recording goes first, whoever else wants the computer.
try {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
} catch {
  // A system that does not let us: then it shares as everybody does.
}

line.onMessage((message) => {
  turn = turn.then(() => take(message as ToEar));
});

async function take(message: ToEar): Promise<void> {
  if (message.is === 'open') {
    engine = loadEngine(message.modelFile);
    const loaded = await engine;
    if (!loaded.ok) say({ is: 'unable', fault: loaded.fault });
    return;
  }
  const loaded = await engine;
  if (!loaded?.ok) return;
  if (message.is === 'begin') begin(loaded.value, message.session, message.sampleRate);
  const open = ears.get(message.session);
  if (!open || message.is === 'begin') return;
  const { session } = message;
  if (message.is === 'hear') say({ is: 'heard', session, ...open.ear.hear(message.first, message.samples) });
  else {
    say({ is: 'done', session, ...open.ear.end() });
    ears.delete(session);
    open.vad.reset();
    spare.push(open.vad);
  }
}

function begin(engine: Engine, session: number, sampleRate: number): void {
  const vad = spare.pop() ?? engine.createVad();
  ears.set(session, { vad, ear: createEar(engine, vad, sampleRate) });
}
