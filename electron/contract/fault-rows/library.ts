import type { LibraryFaultCode } from '../../library/faults.ts';
import { type FaultRow, NOTHING_LOST } from './words.ts';

/** Words for the faults of what is kept, and where. */
export const LIBRARY_ROWS: { readonly [C in LibraryFaultCode]: FaultRow } = {
  'folder-in-use': [
    'Timbre is already using this data folder ({holder}).',
    NOTHING_LOST,
    'Quit the other Timbre, or set TIMBRE_HOME to another folder.',
  ],
  'folder-not-usable': [
    'The data folder cannot be used.',
    NOTHING_LOST,
    'Check that it exists and can be written, or set TIMBRE_HOME to another folder.',
  ],
  'voice-file-unreadable': [
    'This voice file cannot be opened: {detail}.',
    'Nothing of it was taken in.',
    'Ask for the file again, or save it anew.',
  ],
  'voice-file-newer': [
    'This voice file was saved by a newer Timbre.',
    'Nothing of it was taken in.',
    'Update Timbre, then open it again.',
  ],
  'voice-file-known': ['This voice is here already: “{name}”.', NOTHING_LOST, ''],
  'settings-not-written': [
    'It could not be saved.',
    'What was saved before is kept.',
    'Check the disk, then try again.',
  ],
};
