import type { A2eFaultCode } from '../../a2e/faults.ts';
import { type FaultRow, NOTHING_LOST, NOTHING_SENT, RECORDING_SAFE, WORK_SAFE } from './words.ts';

/** Words for the faults of the way to a server and what it answers. */
export const SERVERS_ROWS: { readonly [C in A2eFaultCode]: FaultRow } = {
  offline: ['The server cannot be reached.', WORK_SAFE, 'Timbre goes on by itself when the network is back.'],
  'host-unknown': [
    'There is no server of that name, or no network to ask for it.',
    WORK_SAFE,
    'Check the address in Settings; without a network Timbre goes on by itself when it is back.',
  ],
  timeout: ['The server did not answer in time.', WORK_SAFE, 'Timbre looks again in a moment.'],
  interrupted: ['The connection broke off.', WORK_SAFE, 'Timbre looks again in a moment.'],
  tls: [
    "The server's certificate cannot be trusted.",
    NOTHING_SENT,
    "Check the address, this computer's clock, and whether the network is filtered.",
  ],
  'clock-wrong': [
    "By this computer's clock the server's certificate is not valid yet, or any more.",
    NOTHING_SENT,
    'Check date and time of this computer, then try again.',
  ],
  proxy: [
    'The network wants you to sign in before it lets anything through.',
    WORK_SAFE,
    'Open a page in your browser and sign in there; Timbre goes on by itself.',
  ],
  redirected: [
    'The server sent the call on to another address ({to}). Timbre does not follow, to keep your token safe.',
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
  'model-missing': [
    'This voice was cloned on this computer, and the model that speaks it is not there any more.',
    'The voice and what you asked for are kept.',
    'Install the model in Settings, under “On this computer”, then try again.',
  ],
  canceled: ['Stopped.', NOTHING_LOST, ''],
};
