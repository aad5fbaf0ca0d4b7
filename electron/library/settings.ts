import type { BitDepth } from '../recording/take.ts';
import type { ExportFormat } from '../speaking/exporting/sound-file.ts';

/** What a person can set; kept with electron-store. */
export interface Settings {
  readonly bitDepth: BitDepth;
  /** `deviceId` of the microphone to use, or null for the system's default. */
  readonly microphoneId: string | null;
  /** Its name and its device's group, by which it is found again where it has another id; null where it is the default. */
  readonly microphoneName: string | null;
  readonly microphoneGroup: string | null;
  /** Whether the microphone is open while the Record screen is there, or only while something is recorded. */
  readonly listenAhead: boolean;
  /** Seconds counted down before a take; 0: none. */
  readonly countdown: 0 | 3;
  readonly appearance: 'system' | 'light' | 'dark';
  /** What the speak screen starts with. */
  readonly lastVoiceId: string | null;
  /** Most credits to spend a day, over all servers; null: no limit. */
  readonly dailyLimit: number | null;
  /** Where speech is saved without asking; null: in “Timbre” in the system's folder for music. */
  readonly speechFolder: string | null;
  /** How files are made that nobody is asked about, and what an export begins with. */
  readonly exportFormat: ExportFormat;
  /** What exported files are called; null: as usual (see `file-names.ts`). */
  readonly nameTemplate: string | null;
  /** The queue starts nothing until it is resumed. */
  readonly queuePaused: boolean;
  /** Whether the system tells when a batch ends or waits for a person. */
  readonly notifyBatches: boolean;
  /** Whether the computer is kept from falling asleep while something is spoken or made. */
  readonly keepAwake: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  bitDepth: 16,
  microphoneId: null,
  microphoneName: null,
  microphoneGroup: null,
  listenAhead: true,
  countdown: 0,
  appearance: 'system',
  lastVoiceId: null,
  dailyLimit: null,
  speechFolder: null,
  exportFormat: 'wav',
  nameTemplate: null,
  queuePaused: false,
  notifyBatches: true,
  keepAwake: false,
};
