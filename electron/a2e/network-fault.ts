import type { A2eFaultCode } from './faults.ts';

/** Failures to reach a host. Certain to have come before anything was sent, unless they came from a read or a write. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** DNS knows the name not, or no address of it. */
const UNKNOWN_NAME = new Set(['ENOTFOUND', 'EAI_NODATA', 'EAI_NONAME']);

/** A certificate outside its time: as often as not it is the clock of this computer that is wrong. */
const OUT_OF_DATE = new Set(['CERT_NOT_YET_VALID', 'CERT_HAS_EXPIRED']);

/** Node's names for a certificate that is not to be trusted, and for a handshake with something that speaks no TLS. */
const BAD_CERTIFICATE =
  /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED_CERT|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)|INVALID_(CA|PURPOSE)|HOSTNAME_MISMATCH|ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG)|EPROTO$)/;

/** An answer that is no HTTP, has endless headers, or is not packed as it says. */
const NOT_HTTP = /^(HPE_|UND_ERR_HEADERS_OVERFLOW|Z_|ERR__ERROR_FORMAT|ERR_BROTLI|ERR_ENCODING)/;

const NO_ANSWER_IN_TIME = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

/** What Node's fetch says in words alone: a 407 of a proxy (older Nodes say nothing), ports it never calls. Nothing was done. */
const SAID_WITHOUT_CODE: ReadonlyMap<string, { readonly code: A2eFaultCode; readonly name: string }> =
  new Map([
    ['proxy authentication required', { code: 'proxy', name: 'a proxy wants a sign-in' }],
    ['bad port', { code: 'offline', name: 'a port that is never called' }],
  ]);

interface Trouble {
  readonly code: string;
  readonly syscall: string;
}

/**
 * What a rejected `fetch` or a broken body means, and the name of the system's error for the details (never its text:
 * that may hold the address with its query). Node's fetch hides the reason in `cause`, for a host with several
 * addresses in `cause.errors`. Whatever is not known is `interrupted`: the reading under which nothing paid is
 * repeated blindly. A reset is that too, because it looks the same before and after the request was read.
 */
export function classifyNetworkError(error: unknown): { readonly code: A2eFaultCode; readonly name: string } {
  const said = SAID_WITHOUT_CODE.get(innermostMessage(error));
  if (said !== undefined) return said;
  const { code, syscall } = findTrouble(error);
  return { code: meaning(code, syscall), name: code || 'the connection broke' };
}

function meaning(code: string, syscall: string): A2eFaultCode {
  if (code === 'ERR_PROXY_TUNNEL') return 'proxy';
  if (UNKNOWN_NAME.has(code)) return 'host-unknown';
  if (syscall === 'connect' || syscall === 'getaddrinfo') return 'offline';
  if (NEVER_CONNECTED.has(code) && syscall !== 'read' && syscall !== 'write') return 'offline';
  if (OUT_OF_DATE.has(code)) return 'clock-wrong';
  if (BAD_CERTIFICATE.test(code)) return 'tls';
  if (NO_ANSWER_IN_TIME.has(code)) return 'timeout';
  if (NOT_HTTP.test(code)) return 'bad-answer';
  return 'interrupted';
}

/** The innermost error that has a code; at most five levels, because an error may name itself as its cause. */
function findTrouble(error: unknown): Trouble {
  let found: Trouble = { code: '', syscall: '' };
  let at: unknown = error;
  for (let level = 0; level < 5 && typeof at === 'object' && at !== null; level++) {
    const code = 'code' in at && typeof at.code === 'string' ? at.code : '';
    const syscall = 'syscall' in at && typeof at.syscall === 'string' ? at.syscall : '';
    if (/^[A-Z][A-Z0-9_]{1,60}$/.test(code)) found = { code, syscall };
    at = 'cause' in at ? at.cause : 'errors' in at && Array.isArray(at.errors) ? at.errors[0] : undefined;
  }
  return found;
}

function innermostMessage(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error ? cause.message : '';
}
