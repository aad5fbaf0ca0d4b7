import type { Microphone } from './device.ts';

/** The microphones there are now. Names are empty until the microphone was allowed once. */
export async function listMicrophones(): Promise<readonly Microphone[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(
      ({ kind, deviceId }) =>
        kind === 'audioinput' && deviceId !== 'default' && deviceId !== 'communications',
    )
    .map(({ deviceId, groupId, label }, index) => ({
      id: deviceId,
      name: label || `Microphone ${index + 1}`,
      groupId,
    }));
}

/** Calls `listener` when one is plugged in or out; answers the undo. */
export function onMicrophonesChanged(listener: () => void): () => void {
  navigator.mediaDevices.addEventListener('devicechange', listener);
  return () => navigator.mediaDevices.removeEventListener('devicechange', listener);
}
