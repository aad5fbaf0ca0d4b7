import type { CallName, Calls, JobView, Snapshot } from '../contract/calls.ts';
import type { Desktop } from '../contract/desktop.ts';
import type { Job } from '../jobs/job.ts';
import type { Settings } from '../library/settings.ts';
import type { Recorder } from '../recording/recorder.ts';
import { type Take, UNDO_MS } from '../recording/take.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Clip } from '../speaking/clip.ts';
import { say } from '../speaking/speaker.ts';
import { copyOut } from './copy-out.ts';
import { newId } from './ids.ts';
import { retryJob } from './retry.ts';
import type { Stations } from './stations.ts';
import { viewJob } from './views.ts';

/** One function per call of the contract; a missing one does not compile. */
export type Answers = { readonly [N in CallName]: (ask: Calls[N]['ask']) => Promise<Calls[N]['answer']> };

/** Answers the window's calls out of the stations. */
export function createAnswers(parts: { stations: Stations; recorder: Recorder; desktop: Desktop }): Answers {
  const { stations, recorder, desktop } = parts;
  const { events, takes, clips, maker, runner, settings, server, home, now } = stations;

  const toldTake = (result: Result<Take>): Result<Take> => {
    if (result.ok) events.emit('take.changed', result.value);
    return result;
  };
  const toldClip = (result: Result<Clip>): Result<Clip> => {
    if (result.ok) events.emit('clip.changed', result.value);
    return result;
  };
  const changeSettings = (patch: Partial<Settings>): Result<Settings> => {
    const changed = settings.change(patch);
    if (changed.ok) events.emit('settings.changed', changed.value);
    return changed;
  };
  const purgeLater = (what: 'take' | 'clip') => {
    const purge = async () => {
      const ids = await (what === 'take' ? takes : clips).purge(now() - UNDO_MS);
      for (const id of ids) events.emit(`${what}.gone`, { id });
    };
    // What cannot be removed now is removed at the next start.
    setTimeout(() => void purge().catch(() => undefined), UNDO_MS + 500).unref();
  };

  return {
    'app.open': async () => snapshot(stations, desktop),
    'settings.change': async (patch) => changeSettings(patch),
    'microphone.ask': async () => {
      const access = await desktop.askForMicrophone();
      events.emit('microphone.changed', access);
      return access;
    },
    'microphone.openSystemSettings': () => desktop.openMicrophoneSettings(),
    'take.begin': async (ask) =>
      toldTake(await recorder.begin({ ...ask, bitDepth: settings.get().bitDepth })),
    'take.stop': async ({ takeId, samples }) => toldTake(await recorder.stop(takeId, samples)),
    'take.discard': async ({ takeId }) => {
      const voice = stations.voices.list().find(({ takeIds }) => takeIds.includes(takeId));
      if (voice) return fail('take-in-use', { facts: { voice: voice.name } });
      purgeLater('take');
      return toldTake(await takes.move(takeId, { is: 'discarded', at: now() }));
    },
    'take.restore': async ({ takeId }) => toldTake(await takes.move(takeId, { is: 'restored' })),
    'voice.make': async ({ consent, ...ask }) =>
      maker.make({ ...ask, server: server.id, ...(consent && { consent: 'ticked' as const }) }),
    'voice.rename': async ({ voiceId, name }) => maker.rename(voiceId, name),
    'voice.remove': ({ voiceId }) => maker.remove(voiceId),
    'speech.say': async (ask) => {
      const asked = await say(ask, {
        ...{ voice: stations.voices.get, runner: () => runner, connect: server.connect },
        newId: (what) => newId(what, now()),
      });
      if (asked.ok) changeSettings({ lastVoiceId: ask.voiceId });
      return asView(asked);
    },
    'job.retry': async ({ jobId }) => asView(await retryJob(runner, jobId)),
    'job.cancel': async ({ jobId }) => asView(await runner.cancel(jobId)),
    'clip.discard': async ({ clipId }) => {
      purgeLater('clip');
      return toldClip(await clips.discard(clipId, now()));
    },
    'clip.restore': async ({ clipId }) => toldClip(await clips.restore(clipId)),
    'clip.saveAs': ({ clipId }) => saveAs(clipId, parts),
    'folder.show': async ({ what, id }) => {
      if (what === 'home') return desktop.show(home.root, 'folder');
      if (what === 'takes' || what === 'clips') return desktop.show(home[what], 'folder');
      const shelf = what === 'take' ? takes : clips;
      return id !== undefined && shelf.get(id)
        ? desktop.show(shelf.path(id), 'file')
        : fail(`${what}-not-found`);
    },
    'server.check': async () => {
      runner.nudge();
      return server.check();
    },
  };
}

function snapshot(stations: Stations, desktop: Desktop): Snapshot {
  const { server, settings, takes, voices, clips, runner, home, notices } = stations;
  return {
    version: desktop.version,
    runtime: desktop.runtime,
    server: server.view(),
    settings: settings.get(),
    takes: takes.list(),
    voices: voices.list(),
    clips: clips.list(),
    jobs: runner.list().flatMap((job) => viewJob(job) ?? []),
    microphone: desktop.microphone(),
    folders: { home: home.root, takes: home.takes, clips: home.clips },
    notices,
  };
}

function asView(result: Result<Job>): Result<JobView> {
  if (!result.ok) return result;
  const view = viewJob(result.value);
  return view ? ok(view) : fail('job-unreadable');
}

async function saveAs(
  clipId: string,
  { stations, desktop }: { stations: Stations; desktop: Desktop },
): Promise<Result<string | null>> {
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
