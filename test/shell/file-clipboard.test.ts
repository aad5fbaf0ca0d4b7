import { expect, test } from 'vitest';
import { fileEntries } from '../../electron/shell/file-clipboard.ts';

const PATHS = ['/music/a b.wav', '/music/ü&<.wav'];
const of = (platform: NodeJS.Platform, paths = PATHS) =>
  Object.fromEntries(
    (fileEntries(paths, platform) ?? []).map(({ format, bytes }) => [
      format,
      bytes.toString(format === 'FileNameW' ? 'utf16le' : 'utf8'),
    ]),
  );

test('on Linux files are a list of addresses, and what GNOME’s file managers ask for', () => {
  const [a, b] = ['file:///music/a%20b.wav', 'file:///music/%C3%BC&%3C.wav'];
  expect(of('linux')).toEqual({
    'text/uri-list': `${a}\r\n${b}\r\n`,
    'x-special/gnome-copied-files': `copy\n${a}\n${b}`,
  });
});

test('on a Mac they are a property list, whatever their names hold', () => {
  expect(of('darwin')['NSFilenamesPboardType']).toContain(
    '<array><string>/music/a b.wav</string><string>/music/ü&amp;&lt;.wav</string></array>',
  );
});

test('on Windows one file goes, ended with a zero, and a list is refused', () => {
  expect(of('win32', PATHS.slice(0, 1))).toEqual({ FileNameW: '/music/a b.wav\0' });
  expect(fileEntries(PATHS, 'win32')).toBeUndefined();
});
