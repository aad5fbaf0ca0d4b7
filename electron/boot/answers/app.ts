import type { AppCalls, Snapshot } from '../../contract/calls.ts';
import type { Desktop } from '../../contract/desktop.ts';
import { fail } from '../../result.ts';
import { changeSettings } from '../change-settings.ts';
import type { Stations } from '../stations.ts';
import { viewJob } from '../views.ts';
import type { AnswerParts, AnswersTo } from './parts.ts';

/** Answers the calls about the app as a whole. */
export function answerApp({ stations, desktop }: AnswerParts): AnswersTo<keyof AppCalls> {
  const { events, takes, clips, home } = stations;
  return {
    'app.open': async () => snapshot(stations, desktop),
    'settings.change': async (patch) => changeSettings(stations, patch),
    'microphone.ask': async () => {
      const access = await desktop.askForMicrophone();
      events.emit('microphone.changed', access);
      return access;
    },
    'microphone.openSystemSettings': () => desktop.openMicrophoneSettings(),
    'folder.show': async ({ what, id }) => {
      if (what === 'home') return desktop.show(home.root, 'folder');
      if (what === 'takes' || what === 'clips') return desktop.show(home[what], 'folder');
      const shelf = what === 'take' ? takes : clips;
      return id !== undefined && shelf.get(id)
        ? desktop.show(shelf.path(id), 'file')
        : fail(`${what}-not-found`);
    },
  };
}

function snapshot(stations: Stations, desktop: Desktop): Snapshot {
  const { servers, tokens, cloneModel, settings, takes, importer, samples, voices } = stations;
  const { receipts, clips, auditions, comparisons, runner, home, notices } = stations;
  return {
    version: desktop.version,
    runtime: desktop.runtime,
    server: servers.chosen(),
    servers: servers.list(),
    hasKeyring: tokens.hasKeyring,
    model: cloneModel.view(),
    settings: settings.get(),
    takes: takes.list(),
    sample: samples.get(),
    imports: importer.list(),
    voices: voices.list(),
    receipts: receipts.list(),
    clips: clips.list(),
    auditions: auditions.list(),
    comparisons: comparisons.list(),
    jobs: runner.list().flatMap((job) => viewJob(job) ?? []),
    microphone: desktop.microphone(),
    folders: { home: home.root, takes: home.takes, clips: home.clips },
    notices,
  };
}
