import type { A2eFaultCode } from '../a2e/faults.ts';
import type { CloningFaultCode } from '../cloning/voice/voice.ts';
import type { JobFaultCode } from '../jobs/job.ts';
import type { LibraryFaultCode } from '../library/faults.ts';
import type { ModelFaultCode } from '../local-server/pocket/model.ts';
import type { RecordingFaultCode } from '../recording/take.ts';
import type { SpeakingFaultCode } from '../speaking/clip.ts';

/** What only the window, the gate or the command line can run into. */
export type EdgeFaultCode =
  | 'bad-argument'
  | 'microphone-denied'
  | 'microphone-missing'
  | 'microphone-lost'
  | 'capture-failed'
  | 'server-not-started'
  | 'server-address-wrong'
  | 'server-unencrypted'
  | 'server-known'
  | 'server-fixed'
  | 'server-not-found'
  | 'take-in-use'
  | 'file-not-written'
  | 'wrong-usage'
  | 'stopped'
  | 'unexpected';

/** Every code a fault can carry, whichever room it comes from. */
export type FaultCode =
  | A2eFaultCode
  | CloningFaultCode
  | JobFaultCode
  | LibraryFaultCode
  | ModelFaultCode
  | RecordingFaultCode
  | SpeakingFaultCode
  | EdgeFaultCode;
