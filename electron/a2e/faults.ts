/**
 * Every way a call to an A2E server can end other than well.
 * - `offline`: no connection was made (DNS, refused, unreachable); the request was certainly not sent.
 * - `host-unknown`: there is no host of this name (DNS); nothing was sent. Offline some systems say the same.
 * - `timeout`: no answer in the time allowed, after the request was sent.
 * - `interrupted`: the connection broke after the request was sent.
 * - `tls`: the certificate is not to be trusted; nothing was sent.
 * - `clock-wrong`: by this computer's clock the certificate is not valid yet, or any more; nothing was sent.
 * - `proxy`: something in between wants a sign-in first (407, 511); it did not get through.
 * - `redirected`: the server answered 3xx; not followed, the token went nowhere else.
 * - `token-refused`: 401/403, as HTTP status or as code.
 * - `not-found`: 404 on a thing that was named.
 * - `rate-limited`: 429; `retryAfterMs` when the server said how long.
 * - `occupied`: code 1001, capacity is full.
 * - `out-of-credits`: the account cannot pay.
 * - `server-error`: 5xx.
 * - `bad-answer`: an answer that is not the protocol (HTML, empty, truncated, endless, wrong shape).
 * - `refused`: the server understood and said no; its own words are in `detail`.
 * - `upload-refused`: the storage refused the PUT (a fresh link did not help).
 * - `sample-unreachable`: the public URL of the sample does not answer as A2E needs (200, audio, no redirect, length).
 * - `download-broken`: the speech could not be fetched or is not audio.
 * - `model-missing`: the voice is a clone of this computer, and the model that speaks it is gone.
 */
export const A2E_FAULT_CODES = [
  'offline',
  'host-unknown',
  'timeout',
  'interrupted',
  'tls',
  'clock-wrong',
  'proxy',
  'redirected',
  'token-refused',
  'not-found',
  'rate-limited',
  'occupied',
  'out-of-credits',
  'server-error',
  'bad-answer',
  'refused',
  'upload-refused',
  'sample-unreachable',
  'download-broken',
  'model-missing',
  'canceled',
] as const;
export type A2eFaultCode = (typeof A2E_FAULT_CODES)[number];

/**
 * Whether a paid call that ended with this code may all the same have been carried out by the server. Where it may, the
 * call is never repeated before looking on the server for what the first one did.
 */
export function mayHaveHappened(code: A2eFaultCode): boolean {
  switch (code) {
    case 'timeout':
    case 'interrupted':
    case 'server-error':
    case 'bad-answer':
    case 'canceled':
      return true;
    default:
      return false;
  }
}

/** Whether the same call may succeed later without anything being changed by a person. */
export function passesByItself(code: A2eFaultCode): boolean {
  switch (code) {
    case 'offline':
    case 'host-unknown':
    case 'proxy':
    case 'timeout':
    case 'interrupted':
    case 'rate-limited':
    case 'occupied':
    case 'server-error':
      return true;
    default:
      return false;
  }
}

/** Whether nothing of the server was reached at all: what the window calls out of reach. */
export function isOutOfReach(code: string): boolean {
  return code === 'offline' || code === 'host-unknown' || code === 'proxy';
}
