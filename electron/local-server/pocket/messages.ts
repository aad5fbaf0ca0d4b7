import type { Result } from '../../result.ts';
import type { ModelFaultCode, ModelFile } from './model.ts';

/** SHA-256 of each file of an installed model, in hex. */
export type ModelHashes = Readonly<Record<ModelFile, string>>;

/** What the process of the clone model can be asked for. */
export type PocketAsk =
  | {
      readonly is: 'speak';
      readonly folder: string;
      /** What the files must be: another file may end the process. */
      readonly hashes: ModelHashes;
      readonly text: string;
      /** Somebody speaking: mono, −1…1, and its rate in Hz. At most its first 10 seconds are listened to. */
      readonly reference: Float32Array;
      readonly referenceRate: number;
    }
  /** Takes the files of a model out of a tar.bz2; tells how many bytes of it are done. */
  | { readonly is: 'unpack'; readonly archive: string; readonly into: string };

export type Spoken = Result<
  { readonly samples: Float32Array; readonly sampleRate: number },
  ModelFaultCode | 'synthesizer-failed'
>;
export type Unpacked = Result<void, ModelFaultCode | 'disk-full' | 'not-written'>;
