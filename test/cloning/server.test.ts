import { describe, expect, it } from 'vitest';
import { keptLink, liveLink } from '../../electron/cloning/server.ts';

describe('a link to a file of the server', () => {
  const THEN = 'http://127.0.0.1:8001';
  const NOW = 'http://127.0.0.1:9002';

  it.each([
    {
      what: 'on the server itself moves with its port',
      link: 'http://127.0.0.1:8001/files/a.wav',
      kept: '/files/a.wav',
      live: 'http://127.0.0.1:9002/files/a.wav',
    },
    {
      what: 'keeps its query',
      link: 'http://127.0.0.1:8001/files/a.wav?x=1&y=2',
      kept: '/files/a.wav?x=1&y=2',
      live: 'http://127.0.0.1:9002/files/a.wav?x=1&y=2',
    },
    {
      what: 'keeps what is written in percent signs',
      link: 'http://127.0.0.1:8001/files/a%20b%2Fc.wav',
      kept: '/files/a%20b%2Fc.wav',
      live: 'http://127.0.0.1:9002/files/a%20b%2Fc.wav',
    },
    {
      what: 'elsewhere stays as it is',
      link: 'https://cdn.example/a.wav?signature=1',
      kept: 'https://cdn.example/a.wav?signature=1',
      live: 'https://cdn.example/a.wav?signature=1',
    },
    {
      what: 'on the same host but another port stays as it is',
      link: 'http://127.0.0.1:8002/a.wav',
      kept: 'http://127.0.0.1:8002/a.wav',
      live: 'http://127.0.0.1:8002/a.wav',
    },
  ])('$what', ({ link, kept, live }) => {
    expect(keptLink(link, THEN)).toBe(kept);
    expect(liveLink(kept, NOW)).toBe(live);
  });

  it('is the same again where nothing moved, for a server under a path too', () => {
    const base = 'https://a2e.example/gateway';
    const link = 'https://a2e.example/gateway/files/a.wav';
    expect(liveLink(keptLink(link, base), base)).toBe(link);
  });
});
