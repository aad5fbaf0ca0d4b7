import type { JobState } from '../../jobs/job.ts';
import type { Result } from '../../result.ts';
import type { SpeechAsk } from '../../speaking/speaker.ts';

/** A job as the window shows it. */
export interface JobView {
  readonly id: string;
  readonly kind: 'clone' | 'speak';
  readonly createdAt: number;
  readonly state: JobState;
  /** The job that sends its sample, where that is another one. */
  readonly upload?: string;
  readonly voiceId: string;
  /** What is to be said, for `speak`. */
  readonly text?: string;
  /** It is only to be heard or compared, and does not join the clips. */
  readonly audition?: boolean;
}

/** How much of a sample is on its way. */
export interface UploadProgress {
  /** The job that sends it. */
  readonly id: string;
  /** Bytes. */
  readonly sent: number;
  readonly total: number;
}

export type Say = SpeechAsk;

/** Calls about speech and its queue. */
export interface SpeechCalls {
  'speech.say': { ask: Say; answer: Result<JobView> };
  'job.retry': { ask: { readonly jobId: string }; answer: Result<JobView> };
  'job.cancel': { ask: { readonly jobId: string }; answer: Result<JobView> };
}

export const speechCallNames: { readonly [N in keyof SpeechCalls]: true } = {
  'speech.say': true,
  'job.retry': true,
  'job.cancel': true,
};

/** Events about speech and its queue. */
export interface SpeechEvents {
  'job.changed': JobView;
  'job.gone': { readonly id: string };
  'upload.changed': UploadProgress;
  'upload.gone': { readonly id: string };
}

export const speechEventNames: { readonly [N in keyof SpeechEvents]: true } = {
  'job.changed': true,
  'job.gone': true,
  'upload.changed': true,
  'upload.gone': true,
};
