import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { writeToyModel } from '../local-server/pocket/toy-model.ts';
import { goTo, makeVoice, record, SENTENCE, speak, voiceIsReady } from './journey.ts';
import { keptIn } from './kept.ts';
import { launchApp, temporaryHome } from './launch.ts';
import { writeSpeechFile } from './speech-file.ts';

test('with a model installed from a folder the voice is a clone, and without it again it says so', async () => {
  const { home, remove } = temporaryHome();
  const microphone = join(home, 'microphone.wav');
  await writeSpeechFile(microphone, 26);
  const toy = await writeToyModel(join(home, 'toy'));
  const { app, page } = await launchApp({ home, microphone });
  try {
    await app.evaluate(({ dialog }, folder) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] });
    }, toy);
    await goTo(page, 'Settings');
    const section = page.getByRole('region', { name: 'On this computer', exact: true });
    await section.getByRole('checkbox').check();
    await section.getByRole('button', { name: 'Choose a folder…' }).click();
    await expect(section.getByText('on disk')).toBeVisible({ timeout: 30_000 });

    await goTo(page, 'Record');
    await record(page, 14);
    await makeVoice(page, 'Ada');
    await voiceIsReady(page, 'Ada');
    await speak(page, 'Ada', SENTENCE);
    const [clip] = keptIn(home, 'clips');
    expect(clip).toBeDefined();
    expect(clip?.stock).toBeUndefined();

    await goTo(page, 'Settings');
    await section.getByRole('button', { name: 'Remove the model' }).click();
    await section.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(section.getByRole('checkbox')).toBeVisible();
    await goTo(page, 'Speak');
    const desk = page.getByRole('main');
    await desk.getByRole('textbox', { name: 'Text to speak' }).fill('And again.');
    await desk.getByRole('button', { name: 'Speak', exact: true }).click();
    await expect(page.getByText('the model that speaks it is not there any more').first()).toBeVisible({
      timeout: 30_000,
    });
    expect(keptIn(home, 'clips')).toHaveLength(1);
  } finally {
    await app.close();
    remove();
  }
});
