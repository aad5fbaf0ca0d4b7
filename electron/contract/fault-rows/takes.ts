import type { RecordingFaultCode } from '../../recording/take.ts';
import { type FaultRow, NOTHING_LOST } from './words.ts';

/** Words for the faults of recordings and sound files. */
export const TAKES_ROWS: { readonly [C in RecordingFaultCode]: FaultRow } = {
  'take-not-possible': ['That cannot be done with this recording now.', NOTHING_LOST, ''],
  'take-not-found': ['There is no such recording.', NOTHING_LOST, ''],
  'not-audio': ['“{file}” is not a sound file.', NOTHING_LOST, 'Choose a WAV or MP3 recording.'],
  'audio-broken': [
    '“{file}” is damaged, or of a kind Timbre cannot read.',
    NOTHING_LOST,
    'Save it as a plain WAV.',
  ],
  'frames-out-of-order': [
    'Some sound did not arrive, so the recording was stopped.',
    'Everything up to that point is kept.',
    'Record again.',
  ],
  'disk-full': ['The disk is full.', 'Everything up to this moment is kept.', 'Free some space, then go on.'],
  'not-written': [
    'The file could not be written.',
    'Everything up to this moment is kept.',
    'Check that the folder can be written.',
  ],
};
