import { app, type BrowserWindow, dialog, type OpenDialogOptions, shell } from 'electron';
import type { Desktop } from '../contract/desktop.ts';
import { VOICE_FILE_ENDING } from '../library/voice-file/manifest.ts';
import { fail, ok } from '../result.ts';
import { askForMicrophone, microphoneAccess, openMicrophoneSettings } from './microphone.ts';

const WAV_KIND = { name: 'WAV', extensions: ['wav'] };

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
      const kind = isVoice ? { name: 'Voice', extensions: [VOICE_FILE_ENDING] } : WAV_KIND;
      const options = { defaultPath: suggestedName, filters: [kind] };
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
