import * as electron from 'electron';
import dragIcon from '../../assets/drag/clip.png?inline';
import { fail, ok, type Result } from '../result.ts';
import { fileEntries } from './file-clipboard.ts';

/** The mouse that is down in this window drags the files out of it; answers when the drag is over. */
export function dragFiles(
  window: electron.BrowserWindow | undefined,
  paths: readonly string[],
): Result<void> {
  const [file] = paths;
  if (!window || file === undefined) return fail('drag-not-possible');
  try {
    const icon = electron.nativeImage.createFromDataURL(dragIcon);
    window.webContents.startDrag({ file, files: [...paths], icon: icon.resize({ width: 64 }) });
    return ok(undefined);
  } catch (error) {
    return fail('drag-not-possible', { detail: String(error) });
  }
}

/** As Electron had it until it took over the page's ways: one raw format at a time. */
interface FormerClipboard {
  writeBuffer?(format: string, bytes: Buffer): void;
}

/** Puts the files onto the clipboard, to be pasted in a file manager. */
export async function copyFiles(paths: readonly string[]): Promise<Result<void>> {
  const entries = fileEntries(paths, process.platform);
  if (!entries) return fail('drag-not-possible', { detail: 'one file at a time' });
  const [first] = entries;
  const former = electron.clipboard as unknown as FormerClipboard;
  try {
    if (typeof electron.ClipboardItem === 'function') {
      const items = entries.map(({ format, bytes }) => [
        `electron application/osclipboard;format="${format}"`,
        new Blob([new Uint8Array(bytes)]),
      ]);
      await electron.clipboard.write([new electron.ClipboardItem(Object.fromEntries(items))]);
    } else if (first) former.writeBuffer?.(first.format, first.bytes);
    return ok(undefined);
  } catch (error) {
    return fail('drag-not-possible', { detail: String(error) });
  }
}
