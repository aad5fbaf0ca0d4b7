import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../electron/library/settings.ts';
import { openSettings } from '../../electron/library/settings-shelf.ts';
import { memoryStore } from './memory-store.ts';

const SET: Settings = {
  ...{
    bitDepth: 24,
    microphoneId: 'usb-1',
    microphoneName: 'Desk',
    microphoneGroup: 'g1',
    listenAhead: false,
  },
  ...{
    countdown: 3,
    appearance: 'dark',
    lastVoiceId: 'v1',
    dailyLimit: 500,
    queuePaused: true,
    notifyBatches: false,
    keepAwake: true,
  },
  ...{ speechFolder: '/home/ada/Speech', exportFormat: 'mp3', nameTemplate: '{n}-{text}' },
};

describe('the settings', () => {
  it('begin with the defaults', () => {
    expect(openSettings(memoryStore()).get()).toEqual(DEFAULT_SETTINGS);
  });

  it('are there after a restart', () => {
    const store = memoryStore();
    expect(openSettings(store).change(SET)).toEqual({ ok: true, value: SET });
    expect(openSettings(store).get()).toEqual(SET);
  });

  it('change one by one', () => {
    const settings = openSettings(memoryStore({ ...SET }));
    expect(settings.change({ microphoneId: null })).toEqual({
      ok: true,
      value: { ...SET, microphoneId: null },
    });
    expect(settings.get().microphoneId).toBeNull();
    expect(settings.change({})).toMatchObject({ ok: true });
  });

  it.each([
    { setting: 'bitDepth', damaged: 32 },
    { setting: 'bitDepth', damaged: '24' },
    { setting: 'microphoneId', damaged: 7 },
    { setting: 'microphoneId', damaged: 'x'.repeat(501) },
    { setting: 'microphoneName', damaged: 7 },
    { setting: 'listenAhead', damaged: 'yes' },
    { setting: 'countdown', damaged: -1 },
    { setting: 'appearance', damaged: 'pink' },
    { setting: 'lastVoiceId', damaged: {} },
  ] as const)('of which $setting is damaged lose that one alone', ({ setting, damaged }) => {
    const settings = openSettings(memoryStore({ ...SET, [setting]: damaged }));
    expect(settings.get()).toEqual({ ...SET, [setting]: DEFAULT_SETTINGS[setting] });
  });

  it('stay as they were where they cannot be written', () => {
    const store = memoryStore({ ...SET });
    const settings = openSettings(store);
    store.refuse('EACCES');
    expect(settings.change({ bitDepth: 16 })).toEqual({
      ok: false,
      fault: { code: 'settings-not-written', detail: 'EACCES' },
    });
    expect(settings.get()).toEqual(SET);
  });
});
