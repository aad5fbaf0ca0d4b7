import { createRoot } from 'react-dom/client';
import type { Receipt } from '../../../electron/cloning/voice/receipt.ts';
import type { MakeVoice, Say, Snapshot } from '../../../electron/contract/calls.ts';
import { ok } from '../../../electron/result.ts';
import { App } from '../../../renderer/app.tsx';
import { shareNonce } from '../../../renderer/nonce.ts';
import { mirror } from '../../../renderer/store.ts';
import '../../../renderer/styles.ts';
import { job, take, voice } from '../examples.ts';
import { fakeBridge } from '../fake-bridge.ts';
import { fakeRecorder } from '../fake-recorder.ts';
import { SCENES } from './scenes.ts';

const query = new URLSearchParams(window.location.search);
const found = SCENES[query.get('scene') ?? 'full'];
if (found === undefined) throw new Error('no such scene');
const scene = found;

function current(): Snapshot {
  return mirror.read() ?? scene();
}
function takeOf(id: string) {
  return current().takes.find((one) => one.id === id) ?? take(id, 0);
}

function voiceOf(id: string) {
  return current().voices.find((one) => one.id === id) ?? voice(id);
}

const bridge = fakeBridge(scene, {
  'settings.change': (part) => {
    const settings = { ...current().settings, ...part };
    bridge.tell('settings.changed', settings);
    return ok(settings);
  },
  'sample.change': (patch) => {
    const { sample } = current();
    const changed = { ...sample, ...patch, revision: sample.revision + 1 };
    bridge.tell('sample.changed', changed);
    return ok(changed);
  },
  'sample.check': () => ({ ok: false, fault: { code: 'sample-missing' } }),
  'take.discard': ({ takeId }) => {
    const gone = { ...takeOf(takeId), state: { status: 'discarded', at: Date.now() } } as const;
    bridge.tell('take.changed', gone);
    return ok(gone);
  },
  'take.restore': ({ takeId }) => {
    const back = { ...takeOf(takeId), state: { status: 'kept', recovered: false } } as const;
    bridge.tell('take.changed', back);
    return ok(back);
  },
  'voice.make': (ask: MakeVoice) => {
    const made = voice(`v${Date.now()}`, {
      ...ask,
      server: current().server.id,
      createdAt: Date.now(),
      consent: { at: Date.now(), how: 'ticked' },
      state: { status: 'uploading' },
    });
    bridge.tell('voice.changed', made);
    return ok(made);
  },
  'voice.remove': ({ voiceId, where }) => {
    const { id, name, model, server } = voiceOf(voiceId);
    bridge.tell('voice.gone', { id: voiceId });
    const receipt: Receipt = {
      ...{ id: `receipt-${Date.now()}`, at: Date.now(), where, recordings: 1 },
      voice: { id, name, model, server },
      clones: [{ server, remoteId: 'r1', at: Date.now(), end: where === 'here' ? 'left' : 'deleted' }],
    };
    bridge.tell('receipt.added', receipt);
    return ok(receipt);
  },
  'speech.say': (ask: Say) => {
    const asked = job(`say-${Date.now()}`, { ...ask, createdAt: Date.now() });
    bridge.tell('job.changed', asked);
    return ok(asked);
  },
  'server.check': (ask) => current().servers.find(({ id }) => id === ask?.serverId) ?? current().server,
  'server.add': ({ url }) =>
    url.startsWith('http://')
      ? { ok: false, fault: { code: 'server-unencrypted', facts: { host: new URL(url).host } } }
      : { ok: false, fault: { code: 'offline', detail: 'ENOTFOUND' } },
  'server.choose': ({ serverId }) => {
    bridge.tell('server.chosen', { id: serverId });
    return ok(current().server);
  },
  'microphone.ask': () => current().microphone,
  'folder.show': () => ({ ok: false, fault: { code: 'not-found' } }),
  'job.cancel': ({ jobId }) => {
    const canceled = job(jobId, { state: { status: 'canceled', at: Date.now() } });
    bridge.tell('job.changed', canceled);
    return ok(canceled);
  },
});
Object.assign(window, { timbre: bridge });

const recorder = fakeRecorder({
  ahead: Number(query.get('ahead') ?? 0),
  onBegin: (id) => {
    const begun = take(id, 0, { createdAt: Date.now(), state: { status: 'recording' } });
    bridge.tell('take.changed', begun);
  },
  onKept: (id, samples) =>
    bridge.tell('take.changed', { ...take(id, 0, { createdAt: Date.now() }), samples }),
});
const microphones = [
  { id: 'a', name: 'Desk microphone' },
  { id: 'b', name: 'Headset (narrow band)' },
];

shareNonce();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <App
    equipment={{
      recorder,
      listMicrophones: async () => microphones,
      onMicrophonesChanged: () => () => undefined,
    }}
  />,
);
await mirror.open();
