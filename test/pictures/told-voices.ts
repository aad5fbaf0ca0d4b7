import type { Receipt } from '../../electron/cloning/voice/receipt.ts';
import type { Comparison } from '../../electron/speaking/comparison.ts';
import { previewLine } from '../../electron/speaking/preview-lines.ts';
import { clip, take, voice } from '../renderer/examples.ts';
import { account } from './told.ts';

const now = Date.now();
const DAY = 86_400_000;
const server = account.id;

/** Read from a script, in part left out of the voices. */
export const takes = [
  take('t1', 23, {
    createdAt: now - DAY,
    marks: [0, 1, 2, 3].map((sentence) => ({
      ...{ at: sentence * 5 * 48_000, sentence },
      text: 'Who could have guessed that birds would move so quickly?',
    })),
  }),
  take('t2', 4, { createdAt: now - DAY / 2 }),
];
const parts = [0, 1, 3].map((sentence) => ({
  ...{ takeId: 't1', sentence, from: sentence * 5 * 48_000 },
  to: (sentence === 3 ? 4.6 : sentence + 1) * 5 * 48_000,
}));

const grouped = (['a2e', 'elevenlabs', 'minimax'] as const).map((model, at) =>
  voice(`g${at}`, {
    ...{ model, server, parts, groupId: 'g', createdAt: now - 1000 * at },
    name: `Maria · ${['A2E', 'ElevenLabs', 'MiniMax'][at]}`,
    updatedAt: now - 1000,
  }),
);

/** One gone, one unused for days, one made elsewhere, and three of one recording. */
export const library = [
  voice('gone', {
    ...{ name: 'Opa, for the audio guide', server, createdAt: now, tags: ['museum', 'dutch'] },
    note: 'Recorded in the kitchen, window closed.',
    state: { status: 'gone', at: now - 1000, remoteId: 'r' },
  }),
  voice('unused', {
    ...{ name: 'Ada, whispering', server, model: 'minimax', createdAt: now - 500 },
    updatedAt: now - 5.5 * DAY,
  }),
  ...grouped,
  voice('elsewhere', {
    ...{ name: 'Made on the web', server, takeIds: [], createdAt: now - 9000 },
    consent: { at: 1, how: 'elsewhere' },
    origin: { is: 'account', engine: 'sonic-2', languageAssumed: true },
  }),
];

/** What the three said, each as loud as it came. */
export const said = grouped.flatMap(({ id, language }, at) => [
  clip(`line-${id}`, {
    voiceId: id,
    loudness: -20 - at,
    text: 'We share warm bread.',
    samples: 24_000 * 2.4,
  }),
  ...(at === 0 ? [clip('heard', { voiceId: id, text: previewLine(language), samples: 24_000 * 3.1 })] : []),
]);

export const comparison: Comparison = {
  ...{
    id: 'compare-1',
    createdAt: now,
    text: 'We share warm bread, talk about the weather, and watch the other shore.',
  },
  voices: grouped.map(({ id }) => ({ voiceId: id, clipId: `line-${id}`, jobId: `say-${id}` })),
  own: { seconds: 5, loudness: -24 },
};

export const theReceipt: Receipt = {
  ...{ id: 'receipt-20261008-091500-0a1b2c3d4e', at: now, where: 'everywhere', recordings: 2 },
  voice: { id: 'x', name: 'First try', model: 'a2e', server },
  clones: [
    { server, remoteId: '67bc2c2cc0f5208c812f9438', at: now, end: 'deleted', traceId: '0af7651916cd43dd' },
    {
      server,
      remoteId: '67bc2c2cc0f5208c812f9111',
      at: now,
      end: 'unconfirmed',
      detail: 'it could not be deleted (offline)',
    },
  ],
};
