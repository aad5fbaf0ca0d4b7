import { join } from 'node:path';
import { app, type BrowserWindow, dialog, type OpenDialogOptions, shell } from 'electron';
import type { Desktop } from '../contract/desktop.ts';
import { VOICE_FILE_ENDING } from '../library/voice-file/manifest.ts';
import { fail, ok } from '../result.ts';
import { EXPORT_FORMATS } from '../speaking/exporting/sound-file.ts';
import { copyFiles, dragFiles } from './files-out.ts';
import { askForMicrophone, microphoneAccess, openMicrophoneSettings } from './microphone.ts';

/** What a clip can be saved as, by the ending of its name. */
const CLIP_KINDS = EXPORT_FORMATS.map((ending) => ({ name: ending.toUpperCase(), extensions: [ending] }));

/** How sound files are called as a rule; what they are is told by their first bytes. */
const SOUND_ENDINGS = 'wav wave bwf w64 mp3 m4a mp4 m4b mov aac flac ogg oga opus webm weba mka mkv'.split(
  ' ',
);

/** The desktop as Electron gives it. */
export function createDesktop(window: () => BrowserWindow | undefined): Desktop {
  return {
    version: app.getVersion(),
    runtime: { electron: process.versions.electron ?? '', platform: platform() },
    microphone: microphoneAccess,
    askForMicrophone,
    openMicrophoneSettings,
    async askForSounds() {
      const parent = window();
      const options: OpenDialogOptions = {
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: 'Sound', extensions: [...SOUND_ENDINGS] },
          { name: 'All files', extensions: ['*'] },
        ],
      };
      const { canceled, filePaths } = parent
        ? await dialog.showOpenDialog(parent, options)
        : await dialog.showOpenDialog(options);
      return canceled ? [] : filePaths;
    },
    async askForModel(what) {
      const parent = window();
      const options: OpenDialogOptions =
        what === 'folder'
          ? { properties: ['openDirectory'] }
          : { properties: ['openFile'], filters: [{ name: 'Model archive', extensions: ['bz2'] }] };
      const { canceled, filePaths } = parent
        ? await dialog.showOpenDialog(parent, options)
        : await dialog.showOpenDialog(options);
      return canceled ? null : (filePaths[0] ?? null);
    },
    async askForVoice() {
      const parent = window();
      const options: OpenDialogOptions = {
        properties: ['openFile'],
        filters: [{ name: 'Voice', extensions: [VOICE_FILE_ENDING] }],
      };
      const { canceled, filePaths } = parent
        ? await dialog.showOpenDialog(parent, options)
        : await dialog.showOpenDialog(options);
      return canceled ? null : (filePaths[0] ?? null);
    },
    async askWhereToSave(suggestedName) {
      const parent = window();
      const isVoice = suggestedName.endsWith(`.${VOICE_FILE_ENDING}`);
      const isFirst = ({ extensions }: { extensions: readonly string[] }) =>
        extensions.some((ending) => suggestedName.endsWith(`.${ending}`));
      const filters = isVoice
        ? [{ name: 'Voice', extensions: [VOICE_FILE_ENDING] }]
        : [...CLIP_KINDS].sort((a, b) => Number(isFirst(b)) - Number(isFirst(a)));
      const options = { defaultPath: suggestedName, filters };
      const { canceled, filePath } = parent
        ? await dialog.showSaveDialog(parent, options)
        : await dialog.showSaveDialog(options);
      return canceled || !filePath ? null : filePath;
    },
    async askForFolder() {
      const parent = window();
      const options: OpenDialogOptions = { properties: ['openDirectory', 'createDirectory'] };
      const { canceled, filePaths } = parent
        ? await dialog.showOpenDialog(parent, options)
        : await dialog.showOpenDialog(options);
      return canceled ? null : (filePaths[0] ?? null);
    },
    get speechFolder() {
      return join(app.getPath('music'), 'Timbre');
    },
    dragFiles: async (paths) => dragFiles(window(), paths),
    copyFiles,
    async show(path, what) {
      if (what === 'file') {
        shell.showItemInFolder(path);
        return ok(undefined);
      }
      const problem = await shell.openPath(path);
      return problem === '' ? ok(undefined) : fail('folder-not-usable', { detail: problem });
    },
  };
}

function platform(): 'linux' | 'darwin' | 'win32' {
  return process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
}
