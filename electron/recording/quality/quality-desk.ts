import { createIdleThread } from '../../processes/idle-thread.ts';
import { startThread } from '../../processes/thread.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { Sample } from './assess.ts';
import type { QualityFaultCode, QualityReport } from './report.ts';

/** Looks at samples in a thread of its own, one after the other. */
export interface QualityDesk {
  /**
   * The report on a sample, whose samples are copied. Fails with `quality-stopped` once the signal fires or the desk is
   * closed, `quality-busy` with too many waiting, `quality-failed` where the thread broke or took too long.
   */
  assess(sample: Sample, signal?: AbortSignal): Promise<Result<QualityReport, QualityFaultCode>>;
  /** Ends the thread and what it does; resolves when nothing runs any more. */
  close(): Promise<void>;
}

export interface QualityDeskOptions {
  /** The bundled `quality-worker.cjs`. May lie inside an app archive. */
  readonly workerFile: string;
  /** A sample that takes longer is given up and the thread ended; default 60 s. */
  readonly timeoutMs?: number;
  /** An idle thread is ended after this long, which frees its memory; default 2 minutes. */
  readonly idleMs?: number;
  /** Samples that may wait; one more fails with `quality-busy`. Default 8: a minute at 48 kHz is 12 MB. */
  readonly maxWaiting?: number;
}

/** The thread is started at the first sample and again after one that was too slow, was stopped, or broke it. */
export function createQualityDesk(options: QualityDeskOptions): QualityDesk {
  const { timeoutMs = 60_000, idleMs = 120_000, maxWaiting = 8 } = options;
  const closing = new AbortController();
  let waiting = 0;
  let turn: Promise<unknown> = Promise.resolve();
  const thread = createIdleThread(() => startThread(options.workerFile), idleMs);

  const assessNow = async (
    sample: Sample,
    signal: AbortSignal,
  ): Promise<Result<QualityReport, QualityFaultCode>> => {
    if (signal.aborted) return fail('quality-stopped');
    try {
      const report = await thread.ask<QualityReport>({ send: sample, withinMs: timeoutMs, signal });
      if (report) return ok(report);
      if (signal.aborted) return fail('quality-stopped');
      return fail('quality-failed', { detail: `no report within ${timeoutMs / 1000} s` });
    } catch (error) {
      return fail('quality-failed', { detail: error instanceof Error ? error.message : String(error) });
    }
  };

  return {
    assess(sample, signal) {
      const stop = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
      if (stop.aborted) return Promise.resolve(fail('quality-stopped'));
      if (waiting >= maxWaiting) return Promise.resolve(fail('quality-busy'));
      waiting++;
      const assessed = turn
        .then(() => assessNow(sample, stop))
        .finally(() => {
          waiting--;
        });
      turn = assessed;
      return assessed;
    },
    async close() {
      closing.abort();
      await turn;
      await thread.end();
    },
  };
}
