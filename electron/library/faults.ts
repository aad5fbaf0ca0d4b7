/**
 * - `folder-in-use`: another Timbre (app or command line) writes this data folder.
 * - `folder-not-usable`: it cannot be made or written.
 * - `voice-file-unreadable`, `voice-file-newer`, `voice-file-known`: a `.timbrevoice` file that cannot be taken in.
 * - `settings-not-written`: voices or settings could not be saved.
 */
export type LibraryFaultCode =
  | 'folder-in-use'
  | 'folder-not-usable'
  | 'settings-not-written'
  | 'voice-file-unreadable'
  | 'voice-file-newer'
  | 'voice-file-known';
