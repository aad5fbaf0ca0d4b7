import { openParentLine } from '../../processes/parent-line.ts';
import { answerQuestions } from '../../processes/questions.ts';
import type { PocketAsk, Spoken, Unpacked } from './messages.ts';
import { createPocketEngine } from './pocket-engine.ts';
import { unpackModel } from './unpack.ts';

/** The process in which the clone model speaks, and in which its archive is unpacked: both take minutes of a core. */
const engine = createPocketEngine();

answerQuestions<PocketAsk>(openParentLine(), (ask, tell): Promise<Spoken | Unpacked> => {
  if (ask.is === 'speak') return engine.speak(ask, tell);
  return unpackModel(ask.archive, { into: ask.into, onBytes: tell });
});
