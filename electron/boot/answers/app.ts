import type { AppCalls, Snapshot } from '../../contract/calls.ts';
import type { Desktop } from '../../contract/desktop.ts';
import { fail, ok } from '../../result.ts';
import { changeSettings } from '../change-settings.ts';
import { folderFor } from '../exports/export-desk.ts';
import type { Stations } from '../stations.ts';
import { isOfBatch, viewJob } from '../views.ts';
import type { AnswerParts, AnswersTo } from './parts.ts';

/** Answers the calls about the app as a whole. */
export function answerApp({ stations, desktop, onWatching }: AnswerParts): AnswersTo<keyof AppCalls> {
  const { events, takes, clips, runner, home } = stations;
  return {
    'app.open': async () => snapshot(stations, desktop),
    'settings.change': async (patch) => {
      const changed = changeSettings(stations, patch);
      // What waits because of the limit may go on under another.
      if (patch.dailyLimit !== undefined) runner.nudge();
      return changed;
    },
    'folder.chooseSpeech': async () => {
      const folder = await desktop.askForFolder();
      return folder === null ? ok(null) : changeSettings(stations, { speechFolder: folder });
    },
    'microphone.ask': async () => {
      const access = await desktop.askForMicrophone();
      events.emit('microphone.changed', access);
      return access;
    },
    'microphone.openSystemSettings': () => desktop.openMicrophoneSettings(),
    'window.watching': async ({ batches }) => {
      onWatching(batches);
      return ok(undefined);
    },
    'folder.show': async ({ what, id }) => {
      if (what === 'home') return desktop.show(home.root, 'folder');
      if (what === 'takes' || what === 'clips') return desktop.show(home[what], 'folder');
      if (what === 'speech') {
        const folder = await folderFor('folder', stations.settings.get(), desktop);
        return folder.ok ? desktop.show(folder.value ?? '', 'folder') : folder;
      }
      const shelf = what === 'take' ? takes : clips;
      return id !== undefined && shelf.get(id)
        ? desktop.show(shelf.path(id), 'file')
        : fail(`${what}-not-found`);
    },
  };
}

function snapshot(stations: Stations, desktop: Desktop): Snapshot {
  const { servers, tokens, cloneModel, spend, settings, takes, importer, samples, voices } = stations;
  const { progress, receipts, clips, auditions, comparisons } = stations;
  const { batches, runner, home, notices } = stations;
  return {
    version: desktop.version,
    runtime: desktop.runtime,
    server: servers.chosen(),
    servers: servers.list(),
    hasKeyring: tokens.hasKeyring,
    model: cloneModel.view(),
    spentToday: spend.today().spent,
    settings: settings.get(),
    takes: takes.list(),
    sample: samples.get(),
    imports: importer.list(),
    voices: voices.list(),
    receipts: receipts.list(),
    clips: clips.list().filter(({ line }) => line === undefined),
    auditions: auditions.list(),
    comparisons: comparisons.list(),
    uploads: progress.list(),
    jobs: runner.list().flatMap((job) => (isOfBatch(job) ? [] : (viewJob(job) ?? []))),
    batches: batches.list(),
    queue: { isPaused: runner.isPaused() },
    microphone: desktop.microphone(),
    folders: { home: home.root, takes: home.takes, clips: home.clips, speech: desktop.speechFolder },
    notices,
  };
}
