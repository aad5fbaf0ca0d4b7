import { safeStorage } from 'electron';
import type { Vault } from '../library/vault.ts';

/**
 * The system's keyring as Electron gives it, or undefined where there is none: on Linux without one Electron would only
 * disguise (`basic_text`), and that counts as none. The promise functions are preferred where this Electron has them.
 */
export async function openVault(): Promise<Vault | undefined> {
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text')
    return undefined;
  const isAsync = typeof safeStorage.encryptStringAsync === 'function';
  const isThere = isAsync
    ? await safeStorage.isAsyncEncryptionAvailable()
    : safeStorage.isEncryptionAvailable();
  if (!isThere) return undefined;
  return {
    async seal(secret) {
      const sealed = isAsync
        ? await safeStorage.encryptStringAsync(secret)
        : safeStorage.encryptString(secret);
      return sealed.toString('base64');
    },
    async open(sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      if (!isAsync) return safeStorage.decryptString(bytes);
      const opened = await safeStorage.decryptStringAsync(bytes);
      return opened.result;
    },
  };
}
