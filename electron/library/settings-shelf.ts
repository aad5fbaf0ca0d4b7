import { z } from 'zod';
import { fail, ok, type Result } from '../result.ts';
import { isNameTemplate } from '../speaking/exporting/name-template.ts';
import { EXPORT_FORMATS } from '../speaking/exporting/sound-file.ts';
import type { KeptStore } from './kept-store.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';

/** One parser per setting: whatever does not fit falls back to its own default, alone. */
export const settingsFields: { readonly [K in keyof Settings]: z.ZodType<Settings[K]> } = {
  bitDepth: z.union([z.literal(16), z.literal(24)]),
  microphoneId: z.string().max(500).nullable(),
  microphoneName: z.string().max(500).nullable(),
  microphoneGroup: z.string().max(500).nullable(),
  listenAhead: z.boolean(),
  countdown: z.union([z.literal(0), z.literal(3)]),
  appearance: z.enum(['system', 'light', 'dark']),
  lastVoiceId: z.string().max(100).nullable(),
  dailyLimit: z.number().int().min(1).max(1_000_000_000).nullable(),
  speechFolder: z.string().max(4000).nullable(),
  exportFormat: z.enum(EXPORT_FORMATS),
  nameTemplate: z.string().max(200).refine(isNameTemplate).nullable(),
  queuePaused: z.boolean(),
  notifyBatches: z.boolean(),
  keepAwake: z.boolean(),
};

export interface SettingsShelf {
  get(): Settings;
  /** Fails with `settings-not-written`; the settings stay as they were. */
  change(patch: Partial<Settings>): Result<Settings, 'settings-not-written'>;
}

/** Reads the settings from their document. */
export function openSettings(store: KeptStore): SettingsShelf {
  const kept = <K extends keyof Settings>(key: K): Settings[K] =>
    settingsFields[key].safeParse(store.get(key)).data ?? DEFAULT_SETTINGS[key];
  let settings: Settings = {
    bitDepth: kept('bitDepth'),
    microphoneId: kept('microphoneId'),
    microphoneName: kept('microphoneName'),
    microphoneGroup: kept('microphoneGroup'),
    listenAhead: kept('listenAhead'),
    countdown: kept('countdown'),
    appearance: kept('appearance'),
    lastVoiceId: kept('lastVoiceId'),
    dailyLimit: kept('dailyLimit'),
    speechFolder: kept('speechFolder'),
    exportFormat: kept('exportFormat'),
    nameTemplate: kept('nameTemplate'),
    queuePaused: kept('queuePaused'),
    notifyBatches: kept('notifyBatches'),
    keepAwake: kept('keepAwake'),
  };
  return {
    get: () => settings,
    change(patch) {
      try {
        for (const [key, value] of Object.entries(patch)) store.set(key, value);
      } catch (error) {
        return fail('settings-not-written', {
          detail: error instanceof Error ? error.message : String(error),
        });
      }
      settings = { ...settings, ...patch };
      return ok(settings);
    },
  };
}
