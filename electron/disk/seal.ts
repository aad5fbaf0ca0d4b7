import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { writePrivate } from './write-atomic.ts';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Keeps words unreadable in files that may be shown to others, such as the journal in a report. */
export interface Seal {
  seal(text: string): string;
  /** Undefined where it was sealed with another key, or is damaged. */
  open(sealed: string): string | undefined;
}

/**
 * A seal whose key lies in `keyFile`, for its owner alone (0600); made when missing. Anybody who can read that file can
 * open what was sealed, so it is for links that die by themselves and not for tokens. The app and the command line need
 * the same key, which a keyring would not give to both. Throws what the file system throws.
 */
export async function openSeal(keyFile: string): Promise<Seal> {
  let key = await readKey(keyFile);
  if (!key) {
    key = randomBytes(KEY_BYTES);
    await writePrivate(keyFile, key.toString('base64'));
  }
  return sealWith(key);
}

async function readKey(keyFile: string): Promise<Buffer | undefined> {
  const text = await readFile(keyFile, 'utf8').catch(() => '');
  const key = Buffer.from(text, 'base64');
  return key.length === KEY_BYTES ? key : undefined;
}

/** AES-256-GCM: nonce, tag, then the text, in base64url. */
function sealWith(key: Buffer): Seal {
  return {
    seal(text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
      try {
        const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
        cipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        return Buffer.concat([
          cipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)),
          cipher.final(),
        ]).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}
