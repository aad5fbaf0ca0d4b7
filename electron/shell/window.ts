import { BrowserWindow, nativeTheme } from 'electron';
import { keepInPlace } from './hardening.ts';
import { APP_ORIGIN } from './origin.ts';

/** Opens Timbre's window; it is shown when it has something to show. */
export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1120,
    height: 760,
    minWidth: 800,
    minHeight: 600,
    show: false,
    title: 'Timbre',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#17191b' : '#f6f6f4',
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // A hidden window must not lose sound.
      backgroundThrottling: false,
      // The dictionaries would be fetched from somebody else's server.
      spellcheck: false,
    },
  });
  keepInPlace(window.webContents);
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
}
