import { describe, expect, it } from 'vitest';
import { readServerAddress } from '../../electron/library/server-address.ts';

describe('the address of a server', () => {
  it.each([
    { address: 'https://video.a2e.ai', href: 'https://video.a2e.ai', host: 'video.a2e.ai' },
    { address: ' https://video.a2e.ai/ ', href: 'https://video.a2e.ai', host: 'video.a2e.ai' },
    { address: 'HTTPS://Video.A2E.ai:443', href: 'https://video.a2e.ai', host: 'video.a2e.ai' },
    { address: 'http://127.0.0.1:8787', href: 'http://127.0.0.1:8787', host: '127.0.0.1:8787' },
    { address: 'http://localhost:8787//', href: 'http://localhost:8787', host: 'localhost:8787' },
    { address: 'https://a2e.example/gateway/', href: 'https://a2e.example/gateway', host: 'a2e.example' },
    { address: 'http://[::1]:8787', href: 'http://[::1]:8787', host: '[::1]:8787' },
  ])('$address is $href', ({ address, href, host }) => {
    expect(readServerAddress(address)).toEqual({ href, host, isUnencrypted: false });
  });

  it.each([
    'http://video.a2e.ai',
    'http://192.168.1.7:8787',
    'http://128.0.0.1',
    'http://localhost.example',
    'http://127.0.0.1.example',
  ])('%s would send the token in the clear', (address) => {
    expect(readServerAddress(address)?.isUnencrypted).toBe(true);
  });

  it.each([
    'video.a2e.ai',
    'localhost:8787',
    'ftp://video.a2e.ai',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://',
    'https://name:secret@video.a2e.ai',
    'https://video.a2e.ai?token=1',
    'https://video.a2e.ai#x',
    'https://video.a2e.ai:99999',
    'not an address',
    '',
  ])('is never %j', (address) => {
    expect(readServerAddress(address)).toBeUndefined();
  });
});
