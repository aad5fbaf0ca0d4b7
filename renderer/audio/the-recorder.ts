import { call, handOverPort, on } from '../bridge.ts';
import { createRecorder } from './recorder.ts';

/** The window's one recorder. */
export const recorder = createRecorder({ call, on, handOverPort });
