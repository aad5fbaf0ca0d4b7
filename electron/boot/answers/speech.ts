import type { JobView, SpeechCalls } from '../../contract/calls.ts';
import type { Job } from '../../jobs/job.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { Clip } from '../../speaking/clip.ts';
import { say } from '../../speaking/speaker.ts';
import { changeSettings } from '../change-settings.ts';
import { copyOut } from '../copy-out.ts';
import { newId } from '../ids.ts';
import { retryJob } from '../retry.ts';
import { viewJob } from '../views.ts';
import { type AnswerParts, type AnswersTo, purgeLater } from './parts.ts';

/** Answers the calls about speech, its queue and its clips. */
export function answerSpeech(parts: AnswerParts): AnswersTo<keyof SpeechCalls> {
  const { stations } = parts;
  const { events, clips, runner, servers, now } = stations;
  const told = (result: Result<Clip>): Result<Clip> => {
    if (result.ok) events.emit('clip.changed', result.value);
    return result;
  };
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
    'clip.discard': async ({ clipId }) => {
      purgeLater(stations, 'clip');
      return told(await clips.discard(clipId, now()));
    },
    'clip.restore': async ({ clipId }) => told(await clips.restore(clipId)),
    'clip.saveAs': ({ clipId }) => saveAs(clipId, parts),
  };
}

function asView(result: Result<Job>): Result<JobView> {
  if (!result.ok) return result;
  const view = viewJob(result.value);
  return view ? ok(view) : fail('job-unreadable');
}

async function saveAs(clipId: string, { stations, desktop }: AnswerParts): Promise<Result<string | null>> {
  const clip = stations.clips.get(clipId);
  if (clip?.state.status !== 'kept') return fail('clip-not-found');
  const [voice, words] = [inFileName(clip.voiceName), inFileName(clip.text)];
  const path = await desktop.askWhereToSave(`${voice || 'Timbre'} - ${words || 'clip'}.wav`);
  return path === null ? ok(null) : copyOut(stations.clips.path(clipId), path);
}

/** The first 50 characters of a text without anything that a file name cannot hold. */
function inFileName(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}'-]+/gu, ' ')
    .trim()
    .slice(0, 50)
    .trim();
}
