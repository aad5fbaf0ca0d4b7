import type { JobView, SpeechCalls } from '../../contract/calls.ts';
import type { Job } from '../../jobs/job.ts';
import { fail, ok, type Result } from '../../result.ts';
import { say } from '../../speaking/speaker.ts';
import { changeSettings } from '../change-settings.ts';
import { newId } from '../ids.ts';
import { retryJob } from '../retry.ts';
import { viewJob } from '../views.ts';
import type { AnswerParts, AnswersTo } from './parts.ts';

/** Answers the calls about speech, its queue. */
export function answerSpeech({ stations }: AnswerParts): AnswersTo<keyof SpeechCalls> {
  const { runner, servers, now } = stations;
  return {
    'speech.say': async (ask) => {
      const asked = await say(ask, {
        ...{ voice: stations.voices.get, runner: () => runner, connect: servers.connect },
        newId: (what) => newId(what, now()),
      });
      if (asked.ok) changeSettings(stations, { lastVoiceId: ask.voiceId });
      return asView(asked);
    },
    'job.retry': async ({ jobId }) => asView(await retryJob(runner, jobId)),
    'job.cancel': async ({ jobId }) => asView(await runner.cancel(jobId)),
  };
}

function asView(result: Result<Job>): Result<JobView> {
  if (!result.ok) return result;
  const view = viewJob(result.value);
  return view ? ok(view) : fail('job-unreadable');
}
