import { pathToFileURL } from 'node:url';

/** What is put onto the clipboard under one of the system's own names for a format. */
export interface ClipboardEntry {
  readonly format: string;
  readonly bytes: Buffer;
}

/**
 * Files as each system's file manager takes them from the clipboard, the most widely read format first. Undefined where it
 * cannot be done: Windows has a name-able format for a single file only (`FileNameW`; lists are `CF_HDROP`, a format
 * without a name).
 */
export function fileEntries(
  paths: readonly string[],
  platform: NodeJS.Platform,
): readonly ClipboardEntry[] | undefined {
  const urls = paths.map((path) => pathToFileURL(path).href);
  if (platform === 'win32') {
    const [path = '', ...more] = paths;
    return more.length > 0
      ? undefined
      : [{ format: 'FileNameW', bytes: Buffer.from(`${path}\0`, 'utf16le') }];
  }
  if (platform === 'darwin')
    return [
      { format: 'NSFilenamesPboardType', bytes: Buffer.from(propertyList(paths)) },
      { format: 'public.file-url', bytes: Buffer.from(urls[0] ?? '') },
    ];
  return [
    // RFC 2483: each line ends with CRLF.
    { format: 'text/uri-list', bytes: Buffer.from(urls.map((url) => `${url}\r\n`).join('')) },
    { format: 'x-special/gnome-copied-files', bytes: Buffer.from(['copy', ...urls].join('\n')) },
  ];
}

function propertyList(paths: readonly string[]): string {
  const strings = paths.map(
    (path) => `<string>${path.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</string>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    `<plist version="1.0"><array>${strings.join('')}</array></plist>`,
  ].join('\n');
}
