import { z } from 'zod';
import { settingsFields } from '../../library/settings-shelf.ts';
import type { AppCalls } from '../calls/app.ts';
import { id, nothing } from './words.ts';

export const appParsers: { readonly [N in keyof AppCalls]: z.ZodType<AppCalls[N]['ask']> } = {
  'app.open': nothing,
  'settings.change': z.strictObject({
    bitDepth: settingsFields.bitDepth.exactOptional(),
    microphoneId: settingsFields.microphoneId.exactOptional(),
    microphoneName: settingsFields.microphoneName.exactOptional(),
    microphoneGroup: settingsFields.microphoneGroup.exactOptional(),
    listenAhead: settingsFields.listenAhead.exactOptional(),
    countdown: settingsFields.countdown.exactOptional(),
    appearance: settingsFields.appearance.exactOptional(),
    lastVoiceId: settingsFields.lastVoiceId.exactOptional(),
    dailyLimit: settingsFields.dailyLimit.exactOptional(),
    notifyBatches: settingsFields.notifyBatches.exactOptional(),
    keepAwake: settingsFields.keepAwake.exactOptional(),
    exportFormat: settingsFields.exportFormat.exactOptional(),
    nameTemplate: settingsFields.nameTemplate.exactOptional(),
  }),
  'folder.chooseSpeech': nothing,
  'microphone.ask': nothing,
  'microphone.openSystemSettings': nothing,
  'window.watching': z.strictObject({ batches: z.boolean() }),
  'folder.show': z.strictObject({
    what: z.enum(['home', 'takes', 'clips', 'speech', 'clip', 'take']),
    id: id.exactOptional(),
  }),
};
