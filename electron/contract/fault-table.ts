import type { FaultCode } from './faults.ts';

const RECORDING_SAFE = 'Your recording is safe.';
const WORK_SAFE = 'What you asked for is kept and nothing was paid twice.';
const NOTHING_LOST = 'Nothing was lost.';
const NOTHING_SENT = 'Nothing was sent.';

/** What happened, what was kept, what to do; each a whole sentence, or empty. */
export type FaultRow = readonly [happened: string, kept: string, todo: string];

/**
 * One row per code; a missing or invented code does not compile. `{name}` stands for `fault.facts.name`; a sentence
 * in brackets whose figure is missing is left out, elsewhere it reads “…”.
 */
export const FAULT_ROWS: { readonly [C in FaultCode]: FaultRow } = {
  // The way to the server
  offline: ['The server cannot be reached.', WORK_SAFE, 'Timbre goes on by itself when the network is back.'],
  timeout: ['The server did not answer in time.', WORK_SAFE, 'Timbre looks again in a moment.'],
  interrupted: ['The connection broke off.', WORK_SAFE, 'Timbre looks again in a moment.'],
  tls: [
    "The server's certificate cannot be trusted.",
    NOTHING_SENT,
    "Check the address, this computer's clock, and whether the network is filtered.",
  ],
  redirected: [
    'The server sent the call on to another address. Timbre does not follow, to keep your token safe.',
    NOTHING_SENT,
    'Use the exact address of the server.',
  ],
  'token-refused': [
    'The server did not accept the token.',
    WORK_SAFE,
    'Copy the token from your account again, then try again.',
  ],
  'not-found': ['The server does not know it.', NOTHING_LOST, 'It may have been deleted there.'],
  'rate-limited': ['The server asks to go slower.', WORK_SAFE, 'Timbre waits and goes on by itself.'],
  occupied: ['The server is at capacity.', WORK_SAFE, 'Timbre waits and tries again by itself.'],
  'out-of-credits': [
    'The credits of this account are used up.',
    WORK_SAFE,
    'Add credits to the account, then try again.',
  ],
  'server-error': ['The server had a failure of its own.', WORK_SAFE, 'Timbre looks again in a moment.'],
  'bad-answer': [
    'The answer was not that of an A2E server.',
    WORK_SAFE,
    'Check the address; a proxy or sign-in page may be in between. Then try again.',
  ],
  refused: ['The server refused: {detail}', NOTHING_LOST, 'Change what it names, then try again.'],
  'upload-refused': ['The storage did not take the sample.', RECORDING_SAFE, 'Try again in a while.'],
  'sample-unreachable': [
    'The uploaded sample cannot be read back as the server needs it.',
    RECORDING_SAFE,
    'Try again; if it happens again, the server has a problem with its storage.',
  ],
  'download-broken': [
    'The finished speech could not be fetched.',
    WORK_SAFE,
    'Try again. If the link has died, the line is spoken anew.',
  ],
  canceled: ['Stopped.', NOTHING_LOST, ''],
  'server-not-set': [
    'This voice lives on a server that Timbre is not connected to now ({server}).',
    WORK_SAFE,
    'Start Timbre with that server, then try again.',
  ],
  'server-not-started': [
    'The server on this computer could not be started.',
    NOTHING_LOST,
    'Quit other copies of Timbre, then start it again.',
  ],
  'server-address-wrong': [
    'TIMBRE_SERVER_URL is not an address Timbre can use.',
    NOTHING_SENT,
    'Give a whole address such as https://video.a2e.ai.',
  ],
  // Voices
  'consent-missing': [
    'The speaker has not agreed yet.',
    'Nothing was uploaded.',
    'Confirm that the speaker agreed to be cloned.',
  ],
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
  'voice-gone': [
    'The server does not know this voice any more.',
    `${RECORDING_SAFE} No other voice was used instead.`,
    'Make the voice again from its recording.',
  ],
  // Speech
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
  'maybe-charged': [
    'The connection broke while the server was speaking, and credits went down meanwhile.',
    'The line is kept and was not asked a second time.',
    'Trying again asks again and may cost again.',
  ],
  'clip-not-audio': ['What the server sent is no sound that Timbre can read.', WORK_SAFE, 'Try again.'],
  'clip-not-found': ['There is no such clip.', NOTHING_LOST, ''],
  'clip-not-possible': ['That cannot be done with this clip now.', NOTHING_LOST, ''],
  // Recording
  'take-not-possible': ['That cannot be done with this recording now.', NOTHING_LOST, ''],
  'take-in-use': [
    'The voice “{voice}” was made of this recording.',
    NOTHING_LOST,
    'Delete the voice first if you want it gone.',
  ],
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
  // Jobs
  'job-unreadable': [
    'This entry of the queue cannot be read by this version.',
    'It is kept as it is.',
    'Update Timbre.',
  ],
  'job-broke': [
    'Something unexpected happened in Timbre.',
    WORK_SAFE,
    'Try again; if it happens again, report it.',
  ],
  'journal-not-written': [
    'The queue could not be written to disk.',
    'What was in the queue before is kept; this was not added.',
    'Free some space or check the folder, then ask again.',
  ],
  'job-not-found': ['There is no such entry in the queue.', NOTHING_LOST, ''],
  'job-not-retryable': ['This entry cannot be retried or canceled now.', NOTHING_LOST, ''],
  // The data folder
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
  'settings-not-written': [
    'It could not be saved.',
    'What was saved before is kept.',
    'Check the disk, then try again.',
  ],
  // The window and the command line
  'bad-argument': [
    'Timbre did not understand its own window.',
    NOTHING_LOST,
    'Try again; if it stays, report it.',
  ],
  'microphone-denied': [
    'Timbre may not use the microphone.',
    '',
    'Allow it in the system settings; Timbre notices by itself.',
  ],
  'microphone-missing': ['No microphone was found.', '', 'Plug one in.'],
  'microphone-lost': [
    'The microphone went away.',
    'Everything up to that point is kept.',
    'Plug it in or choose another.',
  ],
  'capture-failed': [
    'The recording could not be started.',
    NOTHING_LOST,
    'Try again, or choose another microphone.',
  ],
  'file-not-found': ['“{file}” cannot be read.', NOTHING_LOST, 'Check its path.'],
  'file-not-written': [
    '“{file}” could not be written.',
    'The clip is kept in the library.',
    'Choose another place.',
  ],
  'wrong-usage': ['That is not how this command is used.', '', 'See: npm run timbre -- help'],
  stopped: ['Stopped before it was done.', WORK_SAFE, 'Go on with: npm run timbre -- run'],
  unexpected: [
    'Something unexpected happened in Timbre.',
    NOTHING_LOST,
    'Try again; if it stays, report it.',
  ],
};
