/** What comparing the library with an account found. */
export interface SyncReport {
  readonly server: string;
  readonly at: number;
  /** Voices on the account that were not here. */
  readonly found: number;
  /** Voices that were marked as gone and are there again. */
  readonly back: number;
  /** Voices of ours that the account does not list any more. */
  readonly gone: number;
  /** Voices of ours that are not in the list, where the list may not be all there is. */
  readonly unsure: number;
  /** Voices of ours that the account lists. */
  readonly known: number;
}
