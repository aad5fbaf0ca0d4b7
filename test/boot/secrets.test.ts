import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAnswers } from '../../electron/boot/answers.ts';
import { openStations, type Stations } from '../../electron/boot/stations.ts';
import type { Desktop } from '../../electron/contract/desktop.ts';
import { faultLine, faultWords } from '../../electron/contract/fault-words.ts';
import { isSettled, type JobState } from '../../electron/jobs/job.ts';
import { findHome } from '../../electron/library/home.ts';
import { createRecorder } from '../../electron/recording/recorder.ts';
import { type Fault, fail } from '../../electron/result.ts';
import { faultDetails } from '../../renderer/parts/fault-panel.tsx';
import { SIGNATURE } from '../faults/a2e-protocol.ts';
import { layTake } from '../faults/kill-stations.ts';
import { type MisbehavingServer, startMisbehavingServer, TOKEN } from '../faults/misbehaving-server.ts';
import { memoryStore } from '../library/memory-store.ts';
import { temporaryFolder } from '../recording/temporary-folder.ts';
import { noCloneModel } from './no-clone-model.ts';

let folder: string;
let server: MisbehavingServer;
let stations: Stations;
/** Everything that leaves the main process or is written: events, answers, terminal, documents. */
let said: string[];
beforeEach(async () => {
  folder = await temporaryFolder();
  layTake(folder);
  server = await startMisbehavingServer();
  said = [];
  for (const name of ['log', 'error', 'warn', 'info'] as const)
    vi.spyOn(console, name).mockImplementation((...all) => void said.push(all.map(String).join(' ')));
  const opened = await openStations({
    home: findHome({ TIMBRE_HOME: folder }, 'linux'),
    openStore: () => {
      const store = memoryStore();
      return {
        get: store.get,
        set(key, value) {
          said.push(JSON.stringify(value));
          store.set(key, value);
        },
      };
    },
    env: {},
    startLocal: async () => fail('not-here'),
    cloneModel: noCloneModel,
    who: 'a test',
  });
  if (!opened.ok) throw new Error(opened.fault.code);
  stations = opened.value;
  stations.events.listen((name, value) => void said.push(`${name} ${JSON.stringify(value)}`));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await stations.close();
  await server.close();
});

/** Calls as the window makes them, and notes what they answer. */
function window_() {
  const { takes, now } = stations;
  const recorder = createRecorder({ ...{ keeper: takes, now, newId: () => 't', onEnded: () => {} } });
  const desktop = {
    ...{ version: '0', runtime: { electron: '0', platform: 'linux' }, microphone: () => 'granted' },
  } as unknown as Desktop;
  const parts = { stations, recorder, desktop } as unknown as Parameters<typeof createAnswers>[0];
  const answers = createAnswers(parts);
  return async <N extends keyof typeof answers>(name: N, ask: Parameters<(typeof answers)[N]>[0]) => {
    const answer = await answers[name](ask as never);
    said.push(JSON.stringify(answer));
    return answer as Awaited<ReturnType<(typeof answers)[N]>>;
  };
}

async function settled(id: string): Promise<JobState> {
  for (;;) {
    const state = stations.runner.get(id)?.state;
    if (state && (isSettled(state) || (state.status === 'waiting' && state.fault))) return state;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function everything(): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'));
  return [...said, ...files].join('\n');
}

const SECRETS = [TOKEN, TOKEN.slice(3, 30), SIGNATURE.split('=')[1] ?? '?'];
const expectNoSecret = () => {
  const all = everything();
  expect(SECRETS.filter((secret) => all.includes(secret))).toEqual([]);
};

describe('the token and the query of signed links', () => {
  it('turn up nowhere while a server is added, a voice made and a line spoken', async () => {
    const call = window_();
    const { url } = server;
    const added = await call('server.add', {
      ...{ name: 'A2E', url, token: ` Bearer ${TOKEN}\n`, keepPlain: false, allowUnencrypted: false },
      untested: false,
    });
    expect(added).toMatchObject({ ok: true, value: { coins: 10_000, token: 'run' } });
    await call('server.choose', { serverId: url });
    stations.runner.start();
    const made = await stations.maker.make({
      ...{ name: 'Ada', server: url, model: 'a2e', language: 'en', gender: 'female' },
      ...{ takeIds: ['take-1'], consent: { at: 1, how: 'ticked' } },
    });
    if (!made.ok) throw new Error(made.fault.code);
    expect((await settled(made.value.jobId)).status).toBe('done');
    const asked = await call('speech.say', { voiceId: made.value.id, text: 'Hello.', speed: 1 });
    if (!asked.ok) throw new Error(asked.fault.code);
    expect((await settled(asked.value.id)).status).toBe('done');
    expect(server.books.paid.map((paid) => paid.split(' ')[0])).toEqual(['train', 'speak']);
    await call('app.open', null);
    await call('server.publicVoices', { serverId: url });
    await call('server.change', { serverId: url, token: TOKEN, keepPlain: false, untested: false });
    expectNoSecret();
  });

  it.each(['a refusal in 200', '401', '500', 'redirect', 'a web page', '404'] as const)(
    'turn up nowhere where a server repeats them in its words (%s)',
    async (how) => {
      const call = window_();
      const { url } = server;
      await call('server.add', {
        ...{ name: '', url, token: TOKEN, keepPlain: false, allowUnencrypted: false, untested: true },
      });
      const made = await stations.maker.make({
        ...{ name: 'Ada', server: url, model: 'a2e', language: 'en', gender: 'female' },
        ...{ takeIds: ['take-1'], consent: { at: 1, how: 'ticked' } },
      });
      if (!made.ok) throw new Error(made.fault.code);
      server.misbehave('presign', how, 'once');
      stations.runner.start();
      const state = await settled(made.value.jobId);
      const fault: Fault | undefined = 'fault' in state ? state.fault : undefined;
      if (!fault) throw new Error('nothing went wrong');
      // As a person copies it for a report.
      said.push(faultDetails(fault), faultLine(fault), JSON.stringify(faultWords(fault)));
      server.misbehave('credits', how, 'once');
      await call('server.check', { serverId: url });
      expectNoSecret();
    },
  );
});
