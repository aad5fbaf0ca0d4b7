import { app, type BrowserWindow, dialog, type OpenDialogOptions, shell, systemPreferences } from 'electron';
import type { MicrophoneAccess } from '../contract/calls.ts';
import type { Desktop } from '../contract/desktop.ts';
import { fail, ok } from '../result.ts';

/** Where each system keeps its microphone switch; Linux has none. */
const MICROPHONE_SETTINGS: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'x-apple.systempreferences:com.apple.preference.security?Privacy_Microphone',
  win32: 'ms-settings:privacy-microphone',
};

/** How sound files are called as a rule; what they are is told by their first bytes. */
const SOUND_ENDINGS = 'wav wave bwf w64 mp3 m4a mp4 m4b mov aac flac ogg oga opus webm weba mka mkv'.split(
  ' ',
);

/** The desktop as Electron gives it. */
export function createDesktop(window: () => BrowserWindow | undefined): Desktop {
  return {
    version: app.getVersion(),
    runtime: { electron: process.versions.electron ?? '', platform: platform() },
    microphone,
    async askForMicrophone() {
      if (process.platform === 'darwin' && microphone() === 'not-asked')
        await systemPreferences.askForMediaAccess('microphone');
      return microphone();
    },
    async openMicrophoneSettings() {
      const page = MICROPHONE_SETTINGS[process.platform];
      if (!page) return fail('microphone-denied', { detail: 'this system has no settings page for it' });
      await shell.openExternal(page);
      return ok(undefined);
    },
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
    async askWhereToSave(suggestedName) {
      const parent = window();
      const options = {
        defaultPath: suggestedName,
        filters: [{ name: 'WAV', extensions: ['wav'] }],
      };
      const { canceled, filePath } = parent
        ? await dialog.showSaveDialog(parent, options)
        : await dialog.showSaveDialog(options);
      return canceled || !filePath ? null : filePath;
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

/** Linux does not gate the microphone per application. */
function microphone(): MicrophoneAccess {
  if (process.platform === 'linux') return 'granted';
  const status = systemPreferences.getMediaAccessStatus('microphone');
  if (status === 'granted') return 'granted';
  return status === 'not-determined' || status === 'unknown' ? 'not-asked' : 'denied';
}
