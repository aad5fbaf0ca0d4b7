import { wholeTake } from '../../electron/cloning/sample/sample.ts';
import { EMPTY_DRAFT, type SampleDraft } from '../../electron/cloning/sample/sample-draft.ts';
import type { Voice } from '../../electron/cloning/voice/voice.ts';
import type { BatchView, JobView, Snapshot } from '../../electron/contract/calls.ts';
import { DEFAULT_SETTINGS } from '../../electron/library/settings.ts';
import type { Take } from '../../electron/recording/take.ts';
import type { Clip } from '../../electron/speaking/clip.ts';

/** A take of `seconds`, kept, from the microphone. */
export function take(id: string, seconds: number, more: Partial<Take> = {}): Take {
  return {
    id,
    createdAt: 1_000,
    source: { kind: 'microphone', device: 'Desk microphone' },
    sampleRate: 48_000,
    bitDepth: 16,
    samples: seconds * 48_000,
    state: { status: 'kept', recovered: false },
    ...more,
  };
}

/** A sample in the making of these takes from end to end, to which the speaker agreed aloud. */
export function sampleOf(takes: readonly Take[], more: Partial<SampleDraft> = {}): SampleDraft {
  const record = { id: 'consent-1', text: 'I, Maria, agree.', sha256: 'ab12', seconds: 6 };
  return {
    ...EMPTY_DRAFT,
    parts: takes.map(wholeTake),
    speaker: 'Maria',
    consent: { at: 1_000, how: 'spoken', record },
    revision: 1,
    ...more,
  };
}

/** A voice that is ready, on this computer. */
export function voice(id: string, more: Partial<Voice> = {}): Voice {
  return {
    id,
    name: `Voice ${id}`,
    server: 'local',
    model: 'a2e',
    language: 'en',
    gender: 'female',
    takeIds: ['t1'],
    consent: { at: 1_000, how: 'ticked' },
    jobId: `train-${id}`,
    createdAt: 1_000,
    updatedAt: 1_000,
    state: { status: 'completed', remoteId: `r-${id}` },
    ...more,
  };
}

/** A kept clip. */
export function clip(id: string, more: Partial<Clip> = {}): Clip {
  return {
    id,
    jobId: `say-${id}`,
    voiceId: 'v1',
    voiceName: 'Voice v1',
    server: 'local',
    text: `Text ${id}`,
    speed: 1,
    createdAt: 1_000,
    sampleRate: 24_000,
    samples: 24_000 * 3,
    state: { status: 'kept' },
    ...more,
  };
}

/** A line waiting for its turn. */
export function job(id: string, more: Partial<JobView> = {}): JobView {
  return {
    id,
    kind: 'speak',
    createdAt: 1_000,
    state: { status: 'waiting', why: 'turn', since: 1_000 },
    voiceId: 'v1',
    text: `Text of ${id}`,
    ...more,
  };
}

/** A batch of twelve lines, or as many as `counts` come to. */
export function batch(
  id: string,
  {
    counts = { waiting: 12 },
    ...more
  }: Partial<Omit<BatchView, 'counts'>> & { counts?: Partial<BatchView['counts']> } = {},
): BatchView {
  const all = { waiting: 0, running: 0, done: 0, failed: 0, canceled: 0, ...counts };
  return {
    id,
    name: `Batch ${id}`,
    createdAt: 1_000,
    voiceId: 'v1',
    speed: 1,
    lines: Object.values(all).reduce((sum, count) => sum + count, 0),
    ...{ counts: all, rowKind: 'paragraph', revision: 0, canUndo: false },
    ...more,
  };
}

const LOCAL: Snapshot['server'] = {
  id: 'local',
  name: 'This computer',
  url: 'http://127.0.0.1:41873',
  kind: 'local',
  reach: { is: 'reachable' },
  speaksWithStockVoices: true,
  textLimit: 1000,
  atOnce: 4,
};

/** A library with nothing in it. */
export function snapshot(more: Partial<Snapshot> = {}): Snapshot {
  const server = more.server ?? LOCAL;
  return {
    version: '0.1.0',
    runtime: { electron: '45.4.1', platform: 'linux' },
    server,
    servers: server.id === LOCAL.id ? [server] : [LOCAL, server],
    hasKeyring: true,
    model: { state: { is: 'not-installed' }, download: { bytes: 98_000_000, host: 'models.example' } },
    spentToday: 0,
    settings: DEFAULT_SETTINGS,
    takes: [],
    sample: EMPTY_DRAFT,
    voices: [],
    receipts: [],
    clips: [],
    auditions: [],
    comparisons: [],
    jobs: [],
    uploads: [],
    batches: [],
    queue: { isPaused: false },
    microphone: 'granted',
    folders: {
      home: '/home/maria/Timbre',
      takes: '/home/maria/Timbre/takes',
      clips: '/home/maria/Timbre/clips',
      speech: '/home/maria/Music/Timbre',
    },
    imports: [],
    notices: [],
    ...more,
  };
}
