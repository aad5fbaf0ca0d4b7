import { expect, test } from '@playwright/test';
import { goTo } from '../e2e/journey.ts';
import { launchApp, temporaryHome } from '../e2e/launch.ts';
import { clip, job, take, voice } from '../renderer/examples.ts';
import { cameraOn } from './camera.ts';
import { tell } from './tell.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const LONG_NAME = 'Grandfather Bartholomew reading from the old farm diaries, 2'.slice(0, 60);

test('states that are hard to bring about, told to the real window', async () => {
  const { home, remove } = temporaryHome();
  const launched = await launchApp({ home });
  const { app, page } = launched;
  const { shoot } = cameraOn(launched);
  const now = Date.now();
  const elsewhere = { id: 'https://video.a2e.ai', name: 'video.a2e.ai', url: 'https://video.a2e.ai' };

  await tell(app, 'microphone.changed', 'denied');
  await shoot('record-denied');
  await tell(app, 'microphone.changed', 'granted');
  await tell(app, 'take.changed', take('t1', 23.4, { createdAt: now - 60_000 }));
  await tell(
    app,
    'take.changed',
    take('t2', 8.2, { createdAt: now - 7_200_000, state: { status: 'kept', recovered: true } }),
  );
  await tell(app, 'take.changed', take('t3', 31, longNamed(now)));
  await tell(app, 'take.broken', { id: 't1', fault: { code: 'frames-out-of-order', detail: 'gap at 4800' } });
  await shoot('record-broken');

  await tell(app, 'server.changed', {
    ...elsewhere,
    kind: 'remote',
    reach: { is: 'reachable' },
    coins: 12_400,
    speaksWithStockVoices: false,
    textLimit: 1000,
  });
  for (let at = 0; at < 16; at++)
    await tell(
      app,
      'voice.changed',
      voice(`v${at}`, {
        name: at === 3 ? LONG_NAME : `Maria ${at}`,
        server: at % 5 === 4 ? 'local' : elsewhere.id,
        createdAt: now - at * 3_600_000 - 900_000,
      }),
    );
  const train = { createdAt: now - 42_000, server: elsewhere.id };
  await tell(
    app,
    'voice.changed',
    voice('training', {
      ...train,
      name: 'Maria reading',
      state: { status: 'processing', remoteId: 'r', wireStatus: 'processing' },
    }),
  );
  await tell(
    app,
    'voice.changed',
    voice('refused', {
      ...train,
      createdAt: now - 50_000,
      name: LONG_NAME,
      state: {
        status: 'failed',
        fault: {
          code: 'refused',
          detail: 'The sample holds more than one speaker.',
          traceId: TRACE,
          status: 200,
        },
      },
    }),
  );
  await tell(
    app,
    'voice.changed',
    voice('unclear', {
      ...train,
      createdAt: now - 60_000,
      name: 'Maria, once more',
      state: { status: 'failed', fault: { code: 'training-unknown', traceId: TRACE } },
    }),
  );
  await goTo(page, 'Voices');
  await shoot('voices-many');
  await page.getByRole('button', { name: 'More' }).first().click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await shoot('voices-delete');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Keep it' })).toHaveCount(0);
  await page.getByRole('article', { name: 'Maria, once more' }).scrollIntoViewIfNeeded();
  await page.getByRole('article', { name: 'Maria 5' }).scrollIntoViewIfNeeded();
  await shoot('voices-further');

  await goTo(page, 'Speak');
  await tell(
    app,
    'clip.changed',
    clip('c1', { text: 'word '.repeat(60).trim(), voiceName: LONG_NAME, speed: 0.85 }),
  );
  await tell(app, 'clip.changed', clip('c2', { text: 'a'.repeat(300), stock: 'slt', createdAt: 2_000 }));
  await tell(
    app,
    'job.changed',
    job('j1', {
      text: 'Thank you for coming.',
      createdAt: now - 9_000,
      state: { status: 'failed', at: now, fault: { code: 'maybe-charged', traceId: TRACE } },
    }),
  );
  await tell(
    app,
    'job.changed',
    job('j2', {
      text: 'word '.repeat(60).trim(),
      createdAt: now - 8_000,
      state: { status: 'failed', at: now, fault: { code: 'out-of-credits', traceId: TRACE } },
    }),
  );
  await tell(
    app,
    'job.changed',
    job('j3', {
      text: 'Please do not touch it: it bites.',
      createdAt: now - 7_000,
      voiceId: 'training',
      state: { status: 'waiting', why: 'voice', since: now, key: 'voice:training' },
    }),
  );
  await tell(
    app,
    'job.changed',
    job('j4', {
      text: 'It is all yours.',
      createdAt: now - 6_000,
      state: { status: 'running', since: now - 3_000 },
    }),
  );
  await page.getByRole('textbox', { name: 'Text to speak' }).fill('word '.repeat(240));
  await shoot('speak-failed');
  await shoot('speak-further', () => page.getByRole('article', { name: 'aaaa' }).scrollIntoViewIfNeeded());
  await shoot('speak-voices', async () => {
    await page.getByRole('combobox').click();
    await expect(page.getByRole('listbox')).toBeVisible();
  });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await page.getByRole('button', { name: /^Queue/ }).click();
  await shoot('queue-failed');
  await app.close();
  remove();
});

function longNamed(now: number) {
  return {
    createdAt: now - 90_000_000,
    source: {
      kind: 'file',
      fileName: 'reading at the kitchen table, second try, window closed, before lunch, final version.wav',
    },
  } as const;
}
