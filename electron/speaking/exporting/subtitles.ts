import { inXml } from './speech-mark.ts';

export const SUBTITLE_FORMATS = ['srt', 'vtt'] as const;
export type SubtitleFormat = (typeof SUBTITLE_FORMATS)[number];

export interface Cue {
  /** Milliseconds from the beginning of the sound. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Told in WebVTT where several voices speak. */
  readonly voice?: string;
}

/** The cues as a file: SubRip, or WebVTT (W3C), whose note says where the sound comes from. */
export function subtitles(format: SubtitleFormat, cues: readonly Cue[], note: string): string {
  const rows = cues.map((cue, i) => {
    const times = `${time(cue.from, format)} --> ${time(cue.to, format)}`;
    return format === 'srt' ? `${i + 1}\n${times}\n${plain(cue.text)}\n` : `${times}\n${marked(cue)}\n`;
  });
  return format === 'srt'
    ? rows.join('\n')
    : ['WEBVTT\n', `NOTE ${plain(note).replaceAll('-->', '->')}\n`, ...rows].join('\n');
}

function time(ms: number, format: SubtitleFormat): string {
  const whole = Math.max(0, Math.round(ms));
  const two = (value: number) => String(value).padStart(2, '0');
  const [h, m, s] = [
    Math.floor(whole / 3_600_000),
    Math.floor(whole / 60_000) % 60,
    Math.floor(whole / 1000) % 60,
  ];
  return `${two(h)}:${two(m)}:${two(s)}${format === 'srt' ? ',' : '.'}${String(whole % 1000).padStart(3, '0')}`;
}

/** One row: a blank one would end the cue. */
function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function marked({ text, voice }: Cue): string {
  const spoken = inXml(plain(text));
  return voice === undefined ? spoken : `<v ${plain(voice).replace(/[<>&]/g, '')}>${spoken}`;
}
