import type { SpeakingFaultCode } from '../../speaking/clip.ts';
import { type FaultRow, NOTHING_LOST, WORK_SAFE } from './words.ts';

/** Words for the faults of speech and its clips. */
export const SPEECH_ROWS: { readonly [C in SpeakingFaultCode]: FaultRow } = {
  'text-empty': ['There is nothing to say.', '', 'Write a sentence.'],
  'text-too-long': [
    'The text has {length} characters; this server takes {limit} at a time.',
    'Your text is still there.',
    'Split it into shorter parts.',
  ],
  'speed-out-of-range': [
    'The speed must lie between 0.5 and 2.',
    NOTHING_LOST,
    'Choose a speed in that range.',
  ],
  'voice-failed': [
    'The voice could not be made, so it cannot speak.',
    WORK_SAFE,
    'Try to make the voice again first.',
  ],
  'voice-not-ready': ['“{name}” is not ready yet.', NOTHING_LOST, 'Wait until it is.'],
  'comparison-not-possible': [
    'Two to six voices that are ready can be compared, by a line of their own words.',
    NOTHING_LOST,
    'Choose the voices and the line again.',
  ],
  'comparison-not-found': ['There is no such comparison.', NOTHING_LOST, ''],
  'maybe-charged': [
    'The connection broke while the server was speaking, and credits went down meanwhile.',
    'The line is kept and was not asked a second time.',
    'Trying again asks again and may cost again.',
  ],
  'clip-not-audio': ['What the server sent is no sound that Timbre can read.', WORK_SAFE, 'Try again.'],
  'speech-link-lost': [
    'The server has spoken the line, but the key that opens its link is not on this computer any more.',
    'The line is kept and was not asked a second time.',
    'Trying again asks again and may cost again.',
  ],
  'own-line-not-found': [
    'There is no recording of these words any more.',
    NOTHING_LOST,
    'Have them spoken instead.',
  ],
  'clip-not-found': ['There is no such clip.', NOTHING_LOST, ''],
  'clip-not-possible': ['That cannot be done with this clip now.', NOTHING_LOST, ''],
  'document-unknown': [
    'Timbre cannot read this kind of file ({name}).',
    NOTHING_LOST,
    'Use a text, table, subtitles, Markdown, Word or EPUB file.',
  ],
  'document-too-large': [
    'This file is larger than Timbre reads at once ({name}; at most {limit}).',
    NOTHING_LOST,
    'Split it into smaller files.',
  ],
  'document-broken': [
    'This file cannot be read ({name}).',
    NOTHING_LOST,
    'Open it in the program it came from, save it again, then try again.',
  ],
  'document-locked': [
    'This file is protected, so Timbre cannot read it ({name}).',
    NOTHING_LOST,
    'Save a copy without protection, if you may.',
  ],
  'document-empty': ['There is nothing to say in this file ({name}).', NOTHING_LOST, 'Choose another file.'],
  'batch-not-found': ['This batch is no longer there.', NOTHING_LOST, ''],
  'line-not-found': ['This line is no longer there.', NOTHING_LOST, ''],
  'batch-ceiling-reached': [
    'This batch has used {used} of its {ceiling} credits.',
    'What is spoken is kept; the rest waits.',
    'Raise the ceiling, or stop here.',
  ],
  'batch-unreadable': [
    'The lines of this batch cannot be read from the disk.',
    'The clips that were made are safe.',
    'Make it again from your text.',
  ],
  'batch-too-long': [
    'This has {lines} lines; Timbre takes {limit} at a time.',
    NOTHING_LOST,
    'Split it into shorter parts.',
  ],
  'export-failed': [
    'The file could not be made.',
    'Your clips are safe.',
    'Try again, or choose another format.',
  ],
  'export-too-long': [
    'This is longer than a WAV file can hold ({hours} hours).',
    'Your clips are safe.',
    'Choose MP3 or M4A, or one file per line.',
  ],
  'export-not-found': [
    'Nothing of this was saved since Timbre was opened.',
    NOTHING_LOST,
    'Save it again, then show it.',
  ],
  'drag-not-possible': [
    'The system did not take the files.',
    'Your clips are safe.',
    'Save them into a folder instead.',
  ],
  'too-many-files': [
    'These are {clips} clips; {limit} can be dragged or copied at once.',
    NOTHING_LOST,
    'Choose fewer, or export them into a folder.',
  ],
  'export-empty': [
    'Nothing of this has been spoken yet.',
    NOTHING_LOST,
    'Wait until the first line is done.',
  ],
};
