import { spawn } from 'node:child_process';
import { shell, systemPreferences } from 'electron';
import type { MicrophoneAccess } from '../contract/calls.ts';
import { fail, ok, type Result } from '../result.ts';

/** Where macOS and Windows keep the switch that lets an app use the microphone. */
const SETTINGS_PAGE: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'x-apple.systempreferences:com.apple.preference.security?Privacy_Microphone',
  win32: 'ms-settings:privacy-microphone',
};
/** Linux has no such switch, but desktops on which an input is chosen and turned up: GNOME, KDE, any with PulseAudio. */
const LINUX_SETTINGS = [
  ['gnome-control-center', 'sound'],
  ['systemsettings', 'kcm_pulseaudio'],
  ['pavucontrol', '--tab=4'],
] as const;

/** Whether Timbre may use the microphone; Linux does not gate it per application. */
export function microphoneAccess(): MicrophoneAccess {
  if (process.platform === 'linux') return 'granted';
  const status = systemPreferences.getMediaAccessStatus('microphone');
  if (status === 'granted') return 'granted';
  return status === 'not-determined' || status === 'unknown' ? 'not-asked' : 'denied';
}

/** Has macOS ask, where it has not yet; Windows and Linux do not ask. */
export async function askForMicrophone(): Promise<MicrophoneAccess> {
  if (process.platform === 'darwin' && microphoneAccess() === 'not-asked')
    await systemPreferences.askForMediaAccess('microphone');
  return microphoneAccess();
}

/** Opens the system's own page for microphones; fails with `microphone-denied` where none is known. */
export async function openMicrophoneSettings(): Promise<Result<void>> {
  const page = SETTINGS_PAGE[process.platform];
  if (page) {
    await shell.openExternal(page);
    return ok(undefined);
  }
  for (const [program, page] of LINUX_SETTINGS) if (await starts(program, page)) return ok(undefined);
  return fail('microphone-denied', { detail: 'this system has no settings page for it' });
}

/** Starts a program that goes on by itself; false where it is not installed. */
function starts(program: string, page: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, [page], { detached: true, stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
