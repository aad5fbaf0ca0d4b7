import type { ModelFaultCode } from '../../local-server/pocket/model.ts';
import { type FaultRow, NOTHING_LOST } from './words.ts';

/** Words for the faults of the model that clones on this computer. */
export const MODELS_ROWS: { readonly [C in ModelFaultCode]: FaultRow } = {
  'model-incomplete': [
    'Some of the model’s files are missing.',
    NOTHING_LOST,
    'Choose the archive, or the folder it was unpacked to.',
  ],
  'model-wrong-checksum': [
    'This is not the model Timbre knows: its checksum is another one.',
    'Nothing was installed.',
    'Get the file again. What you have unpacked yourself can be chosen as a folder.',
  ],
  'model-not-unpacked': [
    'The archive could not be unpacked.',
    'Nothing was installed.',
    'Get the file again.',
  ],
  'model-does-not-run': [
    'The model does not work on this computer.',
    'Nothing was installed.',
    'Check that there is 1 GB of free memory, then get the file again.',
  ],
  'model-changed': [
    'A file of the model ({file}) is no longer what was installed.',
    'Your voices and recordings are safe.',
    'Install the model again.',
  ],
  'model-engine-missing': [
    'Timbre has no engine for this model on this kind of computer.',
    NOTHING_LOST,
    'Use A2E or another server for clones.',
  ],
  'model-download-failed': [
    'The model could not be downloaded.',
    'What has arrived is kept.',
    'Try again, or get the file in another way and choose it here.',
  ],
  'model-busy': ['The model is being installed.', NOTHING_LOST, 'Wait for it, or stop it.'],
};
