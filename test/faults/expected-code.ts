import type { EndpointName } from './a2e-protocol.ts';
import type { Misbehaviour } from './misbehaviour.ts';

/** The code with which a call of the API ends that goes wrong so. */
const USUAL: Readonly<Record<Misbehaviour, string>> = {
  slow: 'fine',
  late: 'timeout',
  'drop before reading': 'interrupted',
  'drop after reading': 'interrupted',
  'drop when done': 'interrupted',
  redirect: 'redirected',
  '401': 'token-refused',
  '403': 'token-refused',
  '404': 'not-found',
  '429, seconds': 'rate-limited',
  '429, a date': 'rate-limited',
  '500': 'server-error',
  '500 when done': 'server-error',
  '503': 'server-error',
  '502, a web page': 'server-error',
  '429 in 200': 'rate-limited',
  'packed wrongly': 'bad-answer',
  'text as type': 'fine',
  'a web page': 'bad-answer',
  'a web page when done': 'bad-answer',
  'nothing at all': 'bad-answer',
  'cut off': 'interrupted',
  'half an answer, then silence': 'timeout',
  'endless JSON': 'bad-answer',
  'endless bytes': 'bad-answer',
  'data as text': 'bad-answer',
  'data as object': 'bad-answer',
  'data as null': 'bad-answer',
  'a refusal in 200': 'refused',
  'a full account as 401': 'out-of-credits',
  occupied: 'occupied',
};

/** Which codes of a weak call only mean that there is another way. */
const AROUND: readonly string[] = ['not-found', 'bad-answer', 'refused', 'server-error', 'redirected'];
/** What the envelope of the API says, which storage does not speak. */
const ENVELOPE: readonly Misbehaviour[] = [
  'a refusal in 200',
  'occupied',
  '429 in 200',
  'data as text',
  'data as object',
  'data as null',
];
const ODD_DATA: readonly Misbehaviour[] = ['data as text', 'data as object', 'data as null'];
const REFUSED: readonly Misbehaviour[] = ['401', '403', '404', 'a full account as 401'];
/** A 200 to an upload that was not kept is found out when it is looked at. */
const NOT_KEPT: readonly Misbehaviour[] = [
  ...(['a web page', 'a refusal in 200', '429 in 200', 'occupied', 'endless bytes'] as const),
];

/** Where it is otherwise than usual, by endpoint; `code` is the usual one. */
const OTHERWISE: Partial<Record<EndpointName, (how: Misbehaviour, code: string) => string>> = {
  put(how, code) {
    if (how === '404') return 'upload-refused';
    if (NOT_KEPT.includes(how)) return 'sample-unreachable';
    // Another try, or a fresh link, is all it takes; and of a 200 nobody reads the body.
    const isMended = REFUSED.includes(how) || ['interrupted', 'server-error', 'bad-answer'].includes(code);
    return isMended || ENVELOPE.includes(how) ? 'fine' : code;
  },
  file(how, code) {
    // Some storage forbids HEAD: the GET after it is what counts.
    if (how === '403') return 'fine';
    if (REFUSED.includes(how) || how === 'redirect' || ENVELOPE.includes(how)) return 'sample-unreachable';
    return code === 'bad-answer' ? 'sample-unreachable' : code;
  },
  voice: (_how, code) => (AROUND.includes(code) ? 'fine' : code),
  // The loss of the submission itself is not counted here.
  running: (_how, code) => (AROUND.includes(code) || code === 'interrupted' ? 'fine' : code),
  completed: (_how, code) => (code === 'interrupted' ? 'fine' : code),
  // What only tells the credits keeps nobody from speaking: it is spoken without knowing them.
  credits: (_how, code) =>
    ['not-found', 'bad-answer', 'refused', 'redirected', 'out-of-credits'].includes(code) ? 'fine' : code,
  speak: (_how, code) => (code === 'not-found' ? 'voice-gone' : code),
  sound(how, code) {
    if (REFUSED.includes(how) || ENVELOPE.includes(how)) return 'download-broken';
    // Such links are public, so a redirect is followed.
    if (how === 'redirect') return 'host-unknown';
    if (how === 'endless JSON' || how === 'endless bytes') return 'timeout';
    // That it cannot be unpacked is seen before it is known for no sound.
    if (how === 'packed wrongly') return code;
    return code === 'bad-answer' ? 'download-broken' : code;
  },
  remove: (how, code) => (ODD_DATA.includes(how) || ['nothing at all', '404'].includes(how) ? 'fine' : code),
  detect: (how, code) => (ODD_DATA.includes(how) ? 'fine' : code),
  avatar: (how, code) => (ODD_DATA.includes(how) ? 'fine' : code),
};

/** The code with which this fault in this place is to be told; `fine` where there is a way around it. */
export function expectedCode(endpoint: EndpointName, how: Misbehaviour): string {
  const usual = USUAL[how];
  return OTHERWISE[endpoint]?.(how, usual) ?? usual;
}
