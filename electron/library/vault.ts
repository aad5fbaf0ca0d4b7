/** Seals small secrets with what the system's keyring holds; Electron's, as `shell` gives it. Both may throw. */
export interface Vault {
  /** Text that only this person on this computer can open again. */
  seal(secret: string): Promise<string>;
  open(sealed: string): Promise<string>;
}
