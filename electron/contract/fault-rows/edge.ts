import type { EdgeFaultCode } from '../faults.ts';
import { type FaultRow, NOTHING_LOST, NOTHING_SENT, WORK_SAFE } from './words.ts';

/** Words for the faults of the window and the command line. */
export const EDGE_ROWS: { readonly [C in EdgeFaultCode]: FaultRow } = {
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
  'server-not-started': [
    'The server on this computer could not be started.',
    NOTHING_LOST,
    'Quit other copies of Timbre, then start it again.',
  ],
  'server-address-wrong': [
    'That is not the address of a server that Timbre can use.',
    NOTHING_SENT,
    'Give a whole address such as https://video.a2e.ai.',
  ],
  'server-unencrypted': [
    'The way to {host} is not encrypted: your token and recordings could be read on it.',
    NOTHING_SENT,
    'Use an https address, or allow it if you trust the network in between (TIMBRE_ALLOW_HTTP=1).',
  ],
  'server-known': ['This server is in the list already: “{name}”.', NOTHING_LOST, 'Change it there.'],
  'server-fixed': [
    'This server cannot be changed or removed here.',
    NOTHING_LOST,
    'This computer is always there; a server named by TIMBRE_SERVER_URL goes when that is taken away.',
  ],
  'server-not-found': ['There is no server “{name}”.', NOTHING_SENT, 'See: npm run timbre -- servers'],
  'take-in-use': [
    'The voice “{voice}” was made of this recording.',
    NOTHING_LOST,
    'Delete the voice first if you want it gone.',
  ],
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
