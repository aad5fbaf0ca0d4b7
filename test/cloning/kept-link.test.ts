import { expect, it } from 'vitest';
import { keptLinks } from '../../electron/cloning/kept-link.ts';
import { testLinks } from './plain-seal.ts';

const BASE = 'http://127.0.0.1:8001/gateway';

it.each([
  ['http://127.0.0.1:8001/files/a.wav', '/files/a.wav', 'http://127.0.0.1:9999/files/a.wav'],
  ['https://cdn.example/a.wav', 'https://cdn.example/a.wav', 'https://cdn.example/a.wav'],
  ['http://127.0.0.1:8001//evil.example/a', '//evil.example/a', 'http://127.0.0.1:9999//evil.example/a'],
])('%s is kept as %s', (link, kept, live) => {
  expect(testLinks.keep(link, BASE)).toBe(kept);
  expect(testLinks.live(kept, 'http://127.0.0.1:9999')).toBe(live);
});

it.each(['https://cdn.example/a.mp3?X-Amz-Signature=secret', 'http://127.0.0.1:8001/a.mp3?token=secret'])(
  'the query of %s is sealed, and there again when it is needed',
  (link) => {
    const kept = testLinks.keep(link, BASE);
    expect(kept).toMatch(/a\.mp3#sealed=[0-9a-f]+$/);
    expect(kept).not.toContain('secret');
    expect(testLinks.live(kept, BASE)).toBe(link);
  },
);

it('a query that cannot be opened any more makes the link lost', () => {
  const shut = keptLinks({ seal: () => 'x', open: () => undefined });
  expect(shut.live('https://cdn.example/a.mp3#sealed=x', BASE)).toBeUndefined();
});

it('a link that an earlier version kept in the clear still works', () => {
  expect(testLinks.live('/a.mp3?signature=s', BASE)).toBe('http://127.0.0.1:8001/a.mp3?signature=s');
});
