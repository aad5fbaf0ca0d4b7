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
  /** Where speech is saved unless another folder was chosen: “Timbre” in the system's folder for music. */
  readonly speechFolder: string;
  /** The mouse that is down drags these files out of the window. */
  dragFiles(paths: readonly string[]): Promise<Result<void>>;
  /** Puts files onto the clipboard. */
  copyFiles(paths: readonly string[]): Promise<Result<void>>;
  /** Opens a folder, or shows a file in its folder. */
  show(path: string, what: 'folder' | 'file'): Promise<Result<void>>;
}

/** What the system can be asked to draw a person's attention to. */
export interface Attention {
  /** A notification of the system; `onClick` where a person clicks it. */
  notify(notice: { readonly title: string; readonly body: string }, onClick: () => void): void;
  /** How far the work is, at the window's place in the taskbar or dock; null: nothing is under way. */
  showProgress(progress: WorkProgress | null): void;
  /** A figure at the app's icon, where the system has such; 0: none. */
  showBadge(count: number): void;
  /** Whether the window is the one a person works in. */
  isInFront(): boolean;
  bringToFront(): void;
}

export interface WorkProgress {
  /** 0–1. */
  readonly share: number;
  /** `stuck`: it waits for a person. */
  readonly look: 'going' | 'paused' | 'stuck';
}

/** The computer's sleep. */
export interface Power {
  /** The computer is about to sleep; a locked screen is none. Answers the undo. */
  onSleep(listener: () => void): () => void;
  /** It is awake again. Answers the undo. */
  onWake(listener: () => void): () => void;
  /** Keeps the computer from falling asleep by itself; the screen may go dark. */
  keepAwake(on: boolean): void;
}
