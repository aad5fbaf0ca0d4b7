const LONGEST_DETAIL = 300;
/** More than this of a server's text is not even looked at: keeps the searches below short. */
const LONGEST_TEXT = 20_000;

/** Query strings of links: on a presigned link they are the credential. */
const QUERY = /(https?:(?:\\?\/){2}[^\s"'<>?#]{0,2000})\?[^\s"'<>]*/gi;
/** A signed parameter on its own, outside a whole link. */
const SIGNED_PARAMETER =
  /\b([\w-]{0,40}(?:signature|credential|security-token|accesskey|token|key-pair-id|policy)[\w-]{0,40})=[^\s&"'<>]+/gi;
const BEARER = /\bbearer\s+[^\s"',;]+/gi;
/** What looks like a token or a JWT, also one that a server cut short or that belongs to somebody else. */
const TOKEN_LIKE = /\b(?:sk_[\w.-]{6,}|eyJ[\w-]{4,}(?:\.[\w-]+){0,2})/g;

/**
 * A server's words made fit to be shown and logged: one line of at most 300 characters in which `token` (as set, and as
 * it stands in a link), anything like a token, and the query strings of links are replaced.
 */
export function scrub(text: string, token: string): string {
  let clean = text.slice(0, LONGEST_TEXT);
  for (const secret of [
    token,
    token.trim(),
    new URLSearchParams({ token }).toString().slice('token='.length),
  ])
    if (secret.length >= 4) clean = clean.replaceAll(secret, '[token]');
  return clean
    .replace(BEARER, 'Bearer [token]')
    .replace(QUERY, '$1?[removed]')
    .replace(SIGNED_PARAMETER, '$1=[removed]')
    .replace(TOKEN_LIKE, '[token]')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_DETAIL);
}
