import { createHash } from 'node:crypto';

/** What makes two pieces of speech the same: server, trained voice, engine, what is sent, speed. */
export interface SpeechContent {
  readonly server: string;
  /** The server's id of the training: a voice that is trained anew is another one. */
  readonly remoteId: string;
  readonly model: string;
  readonly sent: string;
  readonly speed: number;
}

/** A short name for the content, the same for the same content; by it a clip that was paid for is found again. */
export function contentKey({ server, remoteId, model, sent, speed }: SpeechContent): string {
  return createHash('sha256')
    .update(JSON.stringify([server, remoteId, model, sent, speed]))
    .digest('base64url');
}
