import type { BitDepth } from '../recording/take.ts';

/** What a person can set; kept with electron-store. */
export interface Settings {
  readonly bitDepth: BitDepth;
  /** `deviceId` of the microphone to use, or null for the system's default. */
  readonly microphoneId: string | null;
  readonly appearance: 'system' | 'light' | 'dark';
  /** What the speak screen starts with. */
  readonly lastVoiceId: string | null;
}

export const DEFAULT_SETTINGS: Settings = {
  bitDepth: 16,
  microphoneId: null,
  appearance: 'system',
  lastVoiceId: null,
};
