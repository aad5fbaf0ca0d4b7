/**
 * - `folder-in-use`: another Timbre (app or command line) writes this data folder.
 * - `folder-not-usable`: it cannot be made or written.
 * - `settings-not-written`: voices or settings could not be saved.
 */
export type LibraryFaultCode = 'folder-in-use' | 'folder-not-usable' | 'settings-not-written';
