import type { Result } from '../result.ts';
import type { MicrophoneAccess, Snapshot } from './calls.ts';

/** What only the desktop can do; the shell does it with Electron. */
export interface Desktop {
  readonly version: string;
  readonly runtime: Snapshot['runtime'];
  microphone(): MicrophoneAccess;
  askForMicrophone(): Promise<MicrophoneAccess>;
  openMicrophoneSettings(): Promise<Result<void>>;
  /** The sound files a person chose; none where they backed out. */
  askForSounds(): Promise<readonly string[]>;
  /** The archive of a model, or the folder with its files, that a person chose, or null. */
  askForModel(what: 'file' | 'folder'): Promise<string | null>;
  /** The voice file that a person chose, or null. */
  askForVoice(): Promise<string | null>;
  /** The path a person chose, or null; the suggested name says what kind of file it is. */
  askWhereToSave(suggestedName: string): Promise<string | null>;
  /** The folder a person chose to write into, or null. */
  askForFolder(): Promise<string | null>;
  /** Opens a folder, or shows a file in its folder. */
  show(path: string, what: 'folder' | 'file'): Promise<Result<void>>;
}
