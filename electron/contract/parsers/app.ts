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
  }),
  'microphone.ask': nothing,
  'microphone.openSystemSettings': nothing,
  'folder.show': z.strictObject({
    what: z.enum(['home', 'takes', 'clips', 'clip', 'take']),
    id: id.exactOptional(),
  }),
};
