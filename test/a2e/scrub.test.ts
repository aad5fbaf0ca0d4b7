import { describe, expect, it } from 'vitest';
import { scrub } from '../../electron/a2e/scrub.ts';
import { TOKEN } from './with-server.ts';

describe('a server’s words', () => {
  it.each([
    ['the token', `bad ${TOKEN}!`, 'bad [token]!'],
    ['the token in a link', `see ?t=${TOKEN}`, 'see ?t=[token]'],
    ['a bearer of any kind', 'got Bearer abc.def', 'got Bearer [token]'],
    ['a token cut short', 'bad sk_eyJhbGci…', 'bad [token]…'],
    ['a JWT of somebody else', 'bad eyJhbGciOi.eyJzdWIi.sig', 'bad [token]'],
    [
      'the query of a link',
      'no https://a.example/k?X-Amz-Signature=1&b=2 here',
      'no https://a.example/k?[removed] here',
    ],
    [
      'the query of an escaped link',
      'https:\\/\\/a.example\\/k?sig=1',
      'https:\\/\\/a.example\\/k?[removed]',
    ],
    ['a signed parameter alone', 'X-Amz-Credential=AKIA/x and b=2', 'X-Amz-Credential=[removed] and b=2'],
    ['nothing secret', 'The audio is too short.', 'The audio is too short.'],
    ['line breaks', 'a\r\n\u0000b', 'a b'],
  ])('%s', (_name, text, clean) => {
    expect(scrub(text, TOKEN)).toBe(clean);
  });

  it('are cut to 300 characters after the token is out, so that no half of it stays', () => {
    const clean = scrub(`${'x'.repeat(290)} ${TOKEN}`, TOKEN);
    expect(clean).toBe(`${'x'.repeat(290)} [token]`);
  });

  it('a token is replaced as it stands in a link too', () => {
    expect(scrub('a=p%2Bq%3Dr+s end', 'p+q=r s')).toBe('a=[token] end');
  });

  it('a hostile text does not take long', () => {
    const began = performance.now();
    scrub('http://'.repeat(100_000) + 'a-'.repeat(100_000), TOKEN);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
