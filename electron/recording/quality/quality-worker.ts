import { parentPort } from 'node:worker_threads';
import { assessQuality, type Sample } from './assess.ts';

/** The thread in which samples are looked at: takes one `Sample` a message and answers each with its report, in order. */
parentPort?.on('message', (sample: Sample) => {
  parentPort?.postMessage(assessQuality(sample));
});
