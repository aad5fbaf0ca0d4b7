import { describe, expect, it } from 'vitest';
import { CALL_NAMES, type CallName, mediaPath } from '../../electron/contract/calls.ts';
import { parsers } from '../../electron/contract/parsers.ts';

const VOICE = {
  ...{ name: 'Ada', model: 'a2e', language: 'en', gender: 'female' },
};
const SERVER = {
  ...{ name: 'A2E', url: 'https://a2e.example', token: 'sk_1', keepPlain: false },
  ...{ allowUnencrypted: false, untested: false },
};
const BATCH = { batchId: 'batch-1' };
const EXPORT = { exportId: 'history', clipIds: ['c'], format: 'wav', as: 'each', to: 'folder' };
const MAKE = { name: '', voiceId: 'v', speed: 1, from: { is: 'text', text: 'Hi.' } };
const PART = { takeId: 't', from: 0, to: 48_000, sentence: -1 };
const take = { takeId: 'take-20261123-094155-1f0c9a2be4' };
const without = (what: object, name: string) =>
  Object.fromEntries(Object.entries(what).filter(([key]) => key !== name));

/** What each call takes, and what it refuses besides what every call refuses. */
const CALLS: Readonly<Record<CallName, { good: readonly unknown[]; bad: readonly unknown[] }>> = {
  'app.open': { good: [null], bad: [undefined, 0, 'null'] },
  'settings.change': {
    good: [
      {},
      { bitDepth: 24 },
      { microphoneId: null, appearance: 'dark', lastVoiceId: 'v' },
      { microphoneName: 'Desk', listenAhead: false, countdown: 3 },
      { exportFormat: 'mp3', nameTemplate: '{voice}-{n}' },
    ],
    bad: [
      { bitDepth: 32 },
      { bitDepth: undefined },
      { microphoneId: 7 },
      { microphoneId: 'x'.repeat(501) },
      { appearance: 'pink' },
      { countdown: 5 },
      { nameTemplate: 'no part' },
      { exportFormat: 'ogg' },
      { speechFolder: '/etc' },
    ],
  },
  'microphone.ask': { good: [null], bad: [undefined] },
  'microphone.openSystemSettings': { good: [null], bad: [undefined] },
  'model.install': {
    good: ['file', 'folder', 'download'].map((from) => ({ from, licenceAccepted: true })),
    bad: [
      { from: 'download' },
      { from: 'download', licenceAccepted: false },
      { from: '/etc/passwd', licenceAccepted: true },
      { from: 'file', licenceAccepted: true, path: '/etc/passwd' },
    ],
  },
  'model.stop': { good: [null], bad: [undefined] },
  'model.remove': { good: [null], bad: [undefined] },
  'speech.estimate': {
    good: [{ voiceId: 'v', from: { is: 'draft', id: 'd' }, by: 'limit' }],
    bad: [{ voiceId: 'v' }, { voiceId: 'v', from: { is: 'file', path: '/etc/passwd' } }],
  },
  'speech.language': {
    good: [{ voiceId: 'v', from: { is: 'text', text: 'Hi' } }],
    bad: [{ voiceId: 'v' }, { voiceId: 'v', from: { is: 'text', text: 'Hi' }, language: 'en' }],
  },
  'document.read': {
    good: [{ name: 'a.txt', bytes: new Uint8Array(3) }],
    bad: [
      { name: 'a.txt', bytes: 'text' },
      { name: 'a.txt', path: '/a.txt' },
    ],
  },
  'batch.make': {
    good: [
      MAKE,
      { ...MAKE, ceiling: 40 },
      { ...MAKE, by: 'sentence', pronunciations: [{ word: 'SQL', spoken: 'sequel' }] },
    ],
    bad: [
      without(MAKE, 'from'),
      { ...MAKE, by: 'word' },
      { ...MAKE, speed: 'fast' },
      { ...MAKE, pronunciations: [{ word: 7, spoken: '' }] },
    ],
  },
  'batch.lines': {
    good: [{ ...BATCH, from: 0, count: 500 }],
    bad: [-1, 501, 0.5].map((count) => ({ ...BATCH, from: 0, count })),
  },
  'batch.redo': {
    good: [
      { ...BATCH, lineIds: ['0'] },
      { ...BATCH, lineIds: ['0', '7'] },
    ],
    bad: [
      { ...BATCH, lineIds: [] },
      { ...BATCH, lineIds: ['0'], speed: 1 },
    ],
  },
  'batch.change': {
    good: [
      { is: 'edit', lineIds: ['0'], text: 'Hi', spokenAs: null },
      { is: 'edit', lineIds: 'all', voiceId: 'v', speed: 2 },
      { is: 'insert', before: null, text: 'Hi', speed: 0.5 },
      { is: 'remove', lineIds: ['0', '7'] },
      { is: 'move', lineIds: ['7'], before: '0' },
    ].map((change) => ({ ...BATCH, change })),
    bad: [
      { is: 'edit', lineIds: ['0', '7'], text: 'Hi' },
      { is: 'edit', lineIds: 'all', spokenAs: 'Hi' },
      { is: 'edit', lineIds: ['0'], speed: 3 },
      { is: 'edit', lineIds: ['0'], voiceId: '../v' },
      { is: 'insert', text: 'Hi' },
      { is: 'remove', lineIds: [] },
      { is: 'move', lineIds: 'all', before: null },
      { is: 'swap', lineIds: ['0'] },
    ].map((change) => ({ ...BATCH, change })),
  },
  'batch.undo': { good: [BATCH], bad: [{ ...BATCH, change: 1 }] },
  'batch.cancel': { good: [BATCH], bad: [{ batchId: '../x' }] },
  'batch.retry': { good: [BATCH], bad: [{}] },
  'batch.setCeiling': {
    good: [
      { ...BATCH, credits: 40 },
      { ...BATCH, credits: null },
    ],
    bad: [BATCH, { ...BATCH, credits: 0 }, { ...BATCH, credits: 1.5 }],
  },
  'batch.reorder': { good: [{ ...BATCH, to: 'first' }], bad: [{ ...BATCH, to: 'up' }] },
  'batch.remove': { good: [BATCH], bad: [{ batchId: 7 }] },
  'batch.export': {
    good: [
      { ...BATCH, format: 'wav', as: 'one', to: 'folder' },
      {
        ...BATCH,
        to: 'ask',
        format: 'mp3',
        as: 'rows',
        subtitles: 'srt',
        template: '{n}-{text}',
        loudness: -19,
      },
    ],
    bad: [
      { ...BATCH, format: 'exe', as: 'one', to: 'ask' },
      { ...BATCH, format: 'wav', as: 'one', to: '/' },
      { ...BATCH, format: 'wav', as: 'one', to: 'ask', template: '../{path}' },
      { ...BATCH, format: 'wav', as: 'one', to: 'ask', folder: '/' },
    ],
  },
  'batch.track': { good: [BATCH], bad: [{}, { ...BATCH, from: 0 }] },
  'batch.useOwn': {
    good: [{ ...BATCH, lineId: '0' }],
    bad: [BATCH, { ...BATCH, lineId: '0', takeId: 't' }],
  },
  'batch.putBack': { good: [{ ...BATCH, lineId: '0' }], bad: [{ lineId: '0' }] },
  'queue.pause': { good: [{ isPaused: true }], bad: [{ isPaused: 1 }] },
  'take.begin': {
    good: [
      { device: '', sampleRate: 8000 },
      { device: 'Desk', sampleRate: 768_000 },
      { device: 'Desk', sampleRate: 48_000, sessionId: 'take-1' },
    ],
    bad: [7999, 768_001, 44_100.5, '48000', Number.NaN, Number.POSITIVE_INFINITY].map((sampleRate) => ({
      device: 'Desk',
      sampleRate,
    })),
  },
  'take.stop': {
    good: [
      { ...take, samples: 0 },
      { ...take, samples: 2_880_000 },
    ],
    bad: [-1, 0.5, '7', 2 ** 60].map((samples) => ({ ...take, samples })),
  },
  'take.discard': { good: [take], bad: [{ takeId: '' }] },
  'take.peaks': { good: [take], bad: [{ takeId: 7 }] },
  'take.import': { good: [null], bad: [{}] },
  'take.importDropped': {
    good: [{ paths: [] }, { paths: ['/home/ada/ada.m4a', ''] }],
    bad: [
      {},
      { paths: '/home/ada' },
      { paths: [7] },
      { paths: ['x'.repeat(4097)] },
      { paths: Array(1001).fill('a') },
    ],
  },
  'import.cancel': { good: [{ importId: 'import-1' }], bad: [{ importId: '../x' }] },
  'take.clean': { good: [take], bad: [{ takeId: 'a/b' }] },
  'take.restore': { good: [take], bad: [{ takeId: 'a/b' }] },
  'sample.change': {
    good: [
      {},
      { parts: [PART], model: 'minimax', speaker: 'Ada' },
      { script: { language: 'ar', passage: -1, ownText: 'Hello.' } },
    ],
    bad: [
      { parts: [{ ...PART, from: -1 }] },
      { parts: [{ ...PART, to: 0.5 }] },
      { parts: [{ ...PART, takeId: '../x' }] },
      { parts: Array(1001).fill(PART) },
      { script: { language: 'EN', passage: 0, ownText: '' } },
      { script: { language: 'en', passage: -2, ownText: '' } },
      { script: { language: 'en', passage: 0, ownText: 'x'.repeat(20_001) } },
      { consent: { at: 1, how: 'ticked' } },
      { revision: 7 },
    ],
  },
  'sample.agree': {
    good: [
      { how: 'ticked', text: 'I agree.' },
      { how: 'statement', text: '', ...take },
      { how: 'spoken', text: 'I agree.', ...take, from: 0, to: 9 },
    ],
    bad: [
      { how: 'command-line', text: '' },
      { how: 'spoken', text: '', ...take },
      { how: 'spoken', text: '', ...take, from: -1, to: 9 },
      { how: 'ticked' },
    ],
  },
  'sample.disagree': { good: [null], bad: [undefined] },
  'sample.clear': { good: [null], bad: [undefined] },
  'sample.suggest': { good: [take], bad: [{ takeId: 'a/b' }] },
  'sample.check': { good: [null], bad: [undefined] },
  'sample.sendEarly': { good: [null], bad: [undefined] },
  'voice.make': {
    good: [VOICE, { ...VOICE, parts: [PART], name: '' }, { ...VOICE, language: 'yue' }],
    bad: [
      ...Object.keys(VOICE).map((name) => without(VOICE, name)),
      { ...VOICE, model: 'other' },
      { ...VOICE, language: 'EN' },
      { ...VOICE, language: 'en-US' },
      { ...VOICE, gender: 'x' },
      { ...VOICE, parts: [{ ...PART, takeId: '../x' }] },
      { ...VOICE, parts: Array(1001).fill(PART) },
      { ...VOICE, name: 'x'.repeat(1001) },
    ],
  },
  'voice.rename': {
    good: [{ voiceId: 'v', name: '' }],
    bad: [{ voiceId: 'v' }, { voiceId: 'v', name: 'x'.repeat(1_000_000) }],
  },
  'voice.rebuild': { good: [{ voiceId: 'v' }], bad: [{}, { voiceId: 'v', server: 'local' }] },
  'voice.preview': {
    good: [{ voiceId: 'v' }, { voiceId: 'v', words: 'sequel' }],
    bad: [{}, { voiceId: 'v', words: '' }, { voiceId: 'v', words: 'x'.repeat(201) }],
  },
  'voice.keepAlive': { good: [{ voiceId: 'v' }], bad: [null] },
  'compare.begin': {
    good: [
      { voiceIds: ['a', 'b'], text: 'Hello.' },
      { voiceIds: [], text: '', own: { takeId: 't', from: 0, to: 9, sentence: 1 } },
    ],
    bad: [
      { voiceIds: ['a', 'b'] },
      { voiceIds: ['a'], text: 'x', own: { takeId: 't' } },
      { voiceIds: '', text: '' },
    ],
  },
  'compare.rank': {
    good: [{ comparisonId: 'c', ranking: ['a', 'b'] }],
    bad: [{ comparisonId: 'c' }, { comparisonId: 'c', ranking: ['../a'] }],
  },
  'compare.forget': { good: [{ comparisonId: 'c' }], bad: [{}] },
  'voice.export': { good: [{ voiceId: 'v' }], bad: [{ voiceId: '../v' }] },
  'voice.import': { good: [null], bad: [{}, { path: '/etc/passwd' }] },
  'voice.describe': {
    good: [{ voiceId: 'v' }, { voiceId: 'v', note: '', tags: ['calm'] }],
    bad: [
      { voiceId: 'v', note: null },
      { voiceId: 'v', tags: 'calm' },
      { voiceId: 'v', note: 'x'.repeat(2001) },
    ],
  },
  'voice.remove': {
    good: [{ voiceId: 'v', where: 'here' }],
    bad: [{ voiceId: 'v' }, { voiceId: 'v\n', where: 'here' }, { voiceId: 'v', where: 'nowhere' }],
  },
  'voices.sync': { good: [null, { server: 'https://a.example' }], bad: [undefined, {}, { server: 1 }] },
  'speech.say': {
    good: [
      { voiceId: 'v', text: '', speed: 1 },
      { voiceId: 'v', text: 'x'.repeat(1_000_000), speed: 9 },
    ],
    bad: [
      { voiceId: 'v', text: 'x'.repeat(1_000_001), speed: 1 },
      { voiceId: 'v', text: 'x', speed: Number.NaN },
      { voiceId: 'v', text: 'x', speed: '1' },
      { voiceId: 'v', text: ['x'], speed: 1 },
    ],
  },
  'job.retry': { good: [{ jobId: 'j' }], bad: [{ jobId: 'x'.repeat(101) }] },
  'job.cancel': { good: [{ jobId: 'j' }], bad: [{ jobId: null }] },
  'clip.find': {
    good: [
      { typed: '', voiceId: null, tag: null },
      { typed: 'sea', voiceId: 'v1', tag: 'favourite' },
    ],
    bad: [{ typed: '' }, { typed: '', voiceId: null, tag: 'nice' }],
  },
  'clip.read': { good: [{ clipIds: [] }], bad: [{ clipIds: ['..'] }, { clipIds: Array(501).fill('c') }] },
  'clip.space': { good: [null], bad: [undefined] },
  'clip.star': { good: [{ clipIds: ['c'], isFavourite: true }], bad: [{ clipIds: [], isFavourite: true }] },
  'clip.discard': { good: [{ clipIds: ['c'] }], bad: [{ clipIds: ['..'] }, { clipIds: [] }] },
  'clip.restore': { good: [{ clipIds: ['c'] }], bad: [{ clipIds: {} }] },
  'clip.sentences': { good: [{ clipId: 'c' }], bad: [{ clipId: '../c' }] },
  'clip.saveAs': { good: [{ clipId: 'c' }], bad: [{ clipId: 'c', path: '/etc/passwd' }] },
  'window.watching': { good: [{ batches: true }], bad: [{}, { batches: 1 }] },
  'clip.export': {
    good: [EXPORT, { ...EXPORT, as: 'one', subtitles: 'srt', template: '{n}', to: 'ask' }],
    bad: [
      { ...EXPORT, folder: '/etc' },
      { ...EXPORT, to: '/etc' },
      { ...EXPORT, format: 'ogg' },
      { ...EXPORT, template: '../{n' },
      { ...EXPORT, clipIds: [] },
    ],
  },
  'clip.makeFiles': { good: [{ clipIds: ['c'] }], bad: [{ clipIds: [] }] },
  'clip.drag': { good: [{ clipIds: ['c'] }], bad: [{ clipIds: ['c'], paths: ['/etc/passwd'] }] },
  'clip.copyFiles': { good: [{ clipIds: ['c'] }], bad: [{ paths: ['/etc/passwd'] }] },
  'own.find': { good: [{ voiceId: 'v', text: 'Hello.' }], bad: [{ voiceId: 'v' }] },
  'own.use': {
    good: [{ voiceId: 'v', text: 'Hello.' }],
    bad: [{ voiceId: 'v', text: 'Hello.', takeId: 't', from: 0, to: 1 }],
  },
  'export.cancel': { good: [{ exportId: 'b1' }], bad: [{ exportId: '/' }] },
  'export.show': { good: [{ exportId: 'b1' }], bad: [{ exportId: 'b1', path: '/' }] },
  'folder.chooseSpeech': { good: [null], bad: ['/etc'] },
  'folder.show': {
    good: [{ what: 'home' }, { what: 'speech' }, { what: 'take', id: 't' }],
    bad: [{ what: 'root' }, { what: 'take', id: '../t' }, { what: 'take', id: undefined }],
  },
  'server.check': { good: [null, { serverId: 'local' }], bad: [undefined, { serverId: '' }] },
  'server.add': {
    good: [SERVER, { ...SERVER, token: 'x'.repeat(20_000), untested: true }],
    bad: [
      ...Object.keys(SERVER).map((name) => without(SERVER, name)),
      { ...SERVER, token: 'x'.repeat(20_001) },
      { ...SERVER, keepPlain: 'yes' },
    ],
  },
  'server.change': {
    good: [
      { serverId: 'https://a2e.example', keepPlain: false, untested: false },
      { serverId: 'https://a2e.example', name: 'A2E', token: 'sk_1', keepPlain: true, untested: true },
      { serverId: 's', atOnce: 16, keepPlain: true, untested: true },
    ],
    bad: [
      { keepPlain: false, untested: false },
      ...[0, 17, 2.5, '4'].map((atOnce) => ({ serverId: 's', atOnce, keepPlain: false, untested: false })),
      { serverId: 's', keepPlain: false, untested: false, name: 7 },
    ],
  },
  'server.remove': { good: [{ serverId: 'https://a2e.example' }], bad: [{ serverId: 7 }] },
  'server.publicVoices': {
    good: [{ serverId: 'local' }, { serverId: 'local', language: 'en', region: 'GB' }],
    bad: [{ language: 'en' }, { serverId: 'local', language: 'en-US' }, { serverId: 'local', region: 'gb' }],
  },
  'server.addPublicVoice': {
    good: [
      { serverId: 'local', voice: { id: '1', name: 'Aria' }, language: 'en' },
      {
        serverId: 'local',
        voice: { id: '1', name: 'Aria', gender: 'female', rate: 1.1, stock: 'slt' },
        ...{ language: 'en', region: 'US' },
      },
    ],
    bad: [
      { serverId: 'local', voice: { id: '', name: 'Aria' }, language: 'en' },
      { serverId: 'local', voice: { id: '1', name: 'Aria', url: 'x' }, language: 'en' },
    ],
  },
  'server.pretendCredits': {
    good: [{ coins: 12 }, { coins: 0 }, { coins: null }],
    bad: [{ coins: -1 }, { coins: 1.5 }, {}],
  },
  'spending.allowMore': { good: [null], bad: [undefined] },
  'server.languages': { good: [{ serverId: 'local' }], bad: [{ serverId: null }] },
  'server.detectLanguage': {
    good: [{ serverId: 'local', text: 'Hallo' }],
    bad: [{ serverId: 'local', text: 'x'.repeat(10_001) }],
  },
  'server.cloneAvatarVoice': {
    good: [{ serverId: 'https://a2e.example', avatarId: '66dc3c1b7dc1f1c483cc5ab8' }],
    bad: [{ serverId: 'https://a2e.example', avatarId: '' }],
  },
  'server.choose': { good: [{ serverId: 'local' }], bad: [{ serverId: 'x'.repeat(2001) }] },
};

const JUNK: readonly unknown[] = [
  ...[undefined, true, 0, -1, '', 'take', [], [null], () => 1, Symbol('x'), 1n],
  'x'.repeat(2_000_000),
  { takeId: { $ne: null } },
];
const takesNothing = (name: CallName) => CALLS[name].good.includes(null);

describe.each(CALL_NAMES)('%s', (name) => {
  it('takes what it should, as it is', () => {
    for (const ask of CALLS[name].good)
      expect(parsers[name].safeParse(ask)).toEqual({ success: true, data: ask });
  });

  it('refuses what comes close', () => {
    for (const ask of CALLS[name].bad)
      expect({ ask, taken: parsers[name].safeParse(ask).success }).toEqual({ ask, taken: false });
  });

  it('refuses junk', () => {
    for (const ask of JUNK) expect(parsers[name].safeParse(ask).success).toBe(false);
    expect(parsers[name].safeParse(null).success).toBe(takesNothing(name));
  });

  it('refuses what it was not asked for', () => {
    for (const ask of CALLS[name].good) {
      if (ask === null) continue;
      expect(parsers[name].safeParse({ ...(ask as object), extra: 1 }).success).toBe(false);
    }
  });

  it('lets nothing reach the prototype of objects', () => {
    for (const ask of CALLS[name].good) {
      const text = JSON.stringify(ask ?? {});
      for (const key of ['__proto__', 'constructor', 'prototype']) {
        const body = text.slice(1, -1);
        const poisoned = JSON.parse(`{"${key}":{"polluted":1}${body ? `,${body}` : ''}}`);
        const parsed = parsers[name].safeParse(poisoned);
        const data: unknown = parsed.success ? parsed.data : {};
        expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
        expect(data).not.toHaveProperty('polluted');
        expect({}).not.toHaveProperty('polluted');
      }
    }
  });
});

describe('an id', () => {
  it.each(['..', '.', 'a.b', 'a/b', 'a\\b', 'a b', 'ä', '', 'a\0', '%2e%2e', 'a\n', 'x'.repeat(101)])(
    'is never %j',
    (takeId) => {
      expect(parsers['take.discard'].safeParse({ takeId }).success).toBe(false);
    },
  );
});

it('sound is fetched by kind and id', () => {
  expect(mediaPath('takes', 't-1')).toBe('/media/takes/t-1.wav');
  expect(mediaPath('clips', 'c-1')).toBe('/media/clips/c-1.wav');
});
