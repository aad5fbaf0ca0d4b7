/** Flite's voices that are used here, all of English. */
export const STOCK_VOICE_NAMES = ['slt', 'rms', 'awb'] as const;
export type StockVoiceName = (typeof STOCK_VOICE_NAMES)[number];

export interface StockVoice {
  readonly name: StockVoiceName;
  readonly label: string;
  readonly gender: 'female' | 'male';
  /** Whose English, ISO 3166. */
  readonly region: 'US' | 'GB';
  /** The id by which a call may ask for it: 24 hex digits as A2E's are. */
  readonly ttsId: string;
}

/** The stock voices: recorded for CMU Arctic, one person each, built into Flite. */
export const STOCK_VOICES: readonly StockVoice[] = [
  {
    name: 'slt',
    label: 'SLT (US English)',
    gender: 'female',
    region: 'US',
    ttsId: 'f117e0000000000000000001',
  },
  { name: 'rms', label: 'RMS (US English)', gender: 'male', region: 'US', ttsId: 'f117e0000000000000000002' },
  {
    name: 'awb',
    label: 'AWB (Scottish English)',
    gender: 'male',
    region: 'GB',
    ttsId: 'f117e0000000000000000003',
  },
];

/**
 * Where the pitch of men's voices ends and of women's begins, in Hz: in the gap between the usual ranges of adult
 * speakers, 85–155 Hz for men and 165–255 Hz for women (I. Titze, "Principles of Voice Production", 1994). It agrees with
 * the stock voices themselves, `rms` near 100 Hz and `slt` near 170 Hz, and with six readers that were measured: men
 * 97–119 Hz, women 188–235 Hz.
 */
export const PITCH_BORDER_HZ = 160;

/** The stock voice nearest to a median pitch in Hz: `rms` under the border, `slt` from it on. No clone, a stand-in. */
export function nearestStockVoice(pitchHz: number): StockVoiceName {
  return pitchHz < PITCH_BORDER_HZ ? 'rms' : 'slt';
}

/**
 * The answer to `anchor/voice_list`: A2E's groups by gender, of the voices of this region (ISO 3166; empty or null: of every
 * region), no group without one; `stock_voice` says that these are no clones.
 */
export function stockVoiceGroups(region: string | null): readonly unknown[] {
  const wanted = region?.trim().toUpperCase();
  const found = STOCK_VOICES.filter((voice) => !wanted || voice.region === wanted);
  return (['female', 'male'] as const).flatMap((gender) => {
    const children = found.filter((voice) => voice.gender === gender);
    if (children.length === 0) return [];
    return {
      label: gender,
      value: gender,
      children: children.map(({ name, label, ttsId }) => ({ label, value: ttsId, stock_voice: name })),
    };
  });
}
