import type { RecordingFaultCode } from '../../recording/take.ts';
import { type FaultRow, NOTHING_LOST } from './words.ts';

/** Words for the faults of recordings and sound files. */
export const TAKES_ROWS: { readonly [C in RecordingFaultCode]: FaultRow } = {
  'take-not-possible': ['That cannot be done with this recording now.', NOTHING_LOST, ''],
  'not-cleaned': [
    'The noise could not be taken out.',
    'The recording is as it was.',
    'Use it as it is, or record again where it is quieter.',
  ],
  'too-long-to-clean': [
    'This recording is longer than {minutes} minutes, too long to take the noise out.',
    'The recording is as it was.',
    'Cut out the part you need in another program, and choose that.',
  ],
  'take-not-found': ['There is no such recording.', NOTHING_LOST, ''],
  'file-not-found': ['“{file}” cannot be read.', NOTHING_LOST, 'Check its path.'],
  'not-audio': [
    '“{file}” is not a sound file.',
    NOTHING_LOST,
    'Choose a WAV, MP3, M4A, FLAC, Ogg or WebM recording.',
  ],
  'audio-broken': [
    '“{file}” is damaged and cannot be read.',
    NOTHING_LOST,
    'Get the file again, or save it as WAV in the program it came from.',
  ],
  'audio-empty': ['There is no sound in “{file}”.', NOTHING_LOST, 'Choose another recording.'],
  'audio-too-long': [
    '“{file}” is longer than can be taken in ({limit}).',
    NOTHING_LOST,
    'Cut out the part you need and choose that.',
  ],
  'format-not-supported': [
    'Timbre cannot read “{file}”: it is {format}.',
    NOTHING_LOST,
    'Save it as WAV, FLAC, MP3 or M4A in another program.',
  ],
  'import-not-found': ['That file is not on its way any more.', NOTHING_LOST, ''],
  'frames-out-of-order': [
    'Some sound did not arrive, so the recording was stopped.',
    'Everything up to that point is kept.',
    'Record again.',
  ],
  'disk-full': ['The disk is full.', 'Everything up to this moment is kept.', 'Free some space, then go on.'],
  'quality-stopped': ['The recording was not looked at to the end.', NOTHING_LOST, ''],
  'quality-busy': [
    'Many recordings are being looked at already.',
    NOTHING_LOST,
    'Wait a moment, then look at this one again.',
  ],
  'quality-failed': [
    'The recording could not be looked at.',
    'The recording itself is safe.',
    'Look at it again; if it happens again, start Timbre anew.',
  ],
  'not-written': [
    'The file could not be written.',
    'Everything up to this moment is kept.',
    'Check that the folder can be written.',
  ],
};
