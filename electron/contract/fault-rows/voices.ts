import type { CloningFaultCode } from '../../cloning/voice/voice.ts';
import { type FaultRow, NOTHING_LOST, NOTHING_SENT, RECORDING_SAFE, WORK_SAFE } from './words.ts';

/** Words for the faults of voices and their samples. */
export const VOICES_ROWS: { readonly [C in CloningFaultCode]: FaultRow } = {
  'consent-missing': [
    'The speaker has not agreed yet.',
    'Nothing was uploaded.',
    'Read the line of consent aloud; for a file, confirm that its speaker agreed.',
  ],
  'consent-not-heard': [
    'No consent can be heard there.',
    RECORDING_SAFE,
    'Read the line of consent aloud once more.',
  ],
  'part-not-possible': ['That stretch is not in the recording.', RECORDING_SAFE, 'Choose it again.'],
  'name-missing': [
    'The voice has no name, or one of more than 100 characters.',
    NOTHING_SENT,
    'Give it a name.',
  ],
  'language-unsupported': [
    'This language cannot be spoken there.',
    'Nothing was uploaded or paid.',
    'Choose another engine, server or language.',
  ],
  'sample-missing': ['There is no recording for this voice.', NOTHING_SENT, 'Choose or record one.'],
  'sample-too-short': [
    'The sample is {seconds} s long; at least {min} s are needed.',
    RECORDING_SAFE,
    'Add another recording.',
  ],
  'sample-too-long': [
    'The sample is {seconds} s long; at most {max} s are taken.',
    RECORDING_SAFE,
    'Use fewer or shorter recordings.',
  ],
  'sample-silent': [
    'The sample is silent: nothing above {level} dBFS was heard.',
    RECORDING_SAFE,
    'Check the microphone and record again.',
  ],
  'voice-not-found': ['There is no such voice.', NOTHING_LOST, 'See which voices there are.'],
  'voice-ambiguous': ['Several voices have this name.', NOTHING_LOST, 'Name it by its id.'],
  'voice-name-taken': ['A voice of this name exists already.', NOTHING_LOST, 'Choose another name.'],
  'voice-not-yours': [
    'This is a voice of the server itself, not one of yours.',
    NOTHING_LOST,
    'Remove it from this computer instead.',
  ],
  'voice-not-possible': ['That cannot be done with this voice now.', NOTHING_LOST, 'Wait until it is ready.'],
  'training-failed': [
    'The server could not make a voice of this sample.',
    RECORDING_SAFE,
    'Record again, or try again.',
  ],
  'training-unknown': [
    'It is not known whether the server took the training on, because the connection broke at that moment.',
    `${RECORDING_SAFE} It was not submitted a second time.`,
    'Look in the account on the server; trying again submits it again and may cost again.',
  ],
  'server-not-set': [
    'This voice lives on a server that Timbre does not know now ({server}).',
    WORK_SAFE,
    'Add that server in Settings, and Timbre goes on by itself.',
  ],
  'token-missing': [
    'There is no token for this server now ({server}).',
    WORK_SAFE,
    'Enter it in Settings, and Timbre goes on by itself. On the command line, set TIMBRE_TOKEN.',
  ],
  'ceiling-reached': [
    'Today {spent} credits were spent; you set the limit to {ceiling}.',
    'What you asked for is kept and waits.',
    'Go on all the same, or raise the limit in Settings. Tomorrow it goes on by itself.',
  ],
  'voice-gone': [
    'The server does not know this voice any more.',
    `${RECORDING_SAFE} No other voice was used instead.`,
    'Make the voice again from its recording.',
  ],
};
