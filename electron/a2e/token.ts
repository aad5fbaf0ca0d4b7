import { fail, ok } from '../result.ts';
import type { A2eResult } from './client.ts';

/**
 * The token as it goes into a header: what a paste brings along (white space around it, line breaks and invisible
 * characters within, the word `Bearer`) is removed [seen]. Fails with `token-refused` where nothing is left or where
 * something is left that no header can carry; asking the server would not help then. No pattern is checked: A2E's own
 * tokens look like `sk_` and a JWT, but that is nobody's promise.
 */
export function cleanToken(raw: string): A2eResult<string> {
  const token = raw
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .replace(/^bearer\s+/i, '');
  if (token === '') return fail('token-refused', { detail: 'no token is set' });
  if (!/^[\x20-\x7e]+$/.test(token))
    return fail('token-refused', { detail: 'the token holds characters that no token has' });
  return ok(token);
}
