import type {
  CheckId,
  CheckStatus,
  QualityCheck,
  QualityReport,
} from '../../../electron/recording/quality/report.ts';

interface Row {
  readonly name: string;
  /** The ends of its bar, in the check's unit; the first is drawn at the left. */
  readonly scale: readonly [from: number, to: number];
}

/** What each check is called, and what its bar spans. */
const ROWS: { readonly [C in CheckId]: Row } = {
  duration: { name: 'Length', scale: [0, 60] },
  level: { name: 'Your voice', scale: [-45, -5] },
  loudness: { name: 'Loudness', scale: [-45, -5] },
  peak: { name: 'Loudest moment', scale: [-24, 3] },
  clipping: { name: 'Cut off', scale: [0, 1] },
  noise: { name: 'Voice over noise', scale: [0, 60] },
  hum: { name: 'Hum', scale: [-90, -20] },
  silence: { name: 'Longest pause', scale: [0, 6] },
  evenness: { name: 'Evenness', scale: [0, 20] },
  bandwidth: { name: 'Clarity', scale: [0, 20_000] },
  speakers: { name: 'Speakers', scale: [0, 3] },
  echo: { name: 'Echo', scale: [0, 1.5] },
};

/** A band that is narrower than this would not be seen. */
const LEAST_BAND = 0.02;

/** What is always shown, in this order; the others only where they do not pass, or where all are wanted. */
const ALWAYS: readonly CheckId[] = ['duration', 'level', 'noise', 'clipping', 'silence', 'speakers', 'echo'];

const STATUS_WORDS: { readonly [S in CheckStatus]: string } = { pass: 'good', warn: 'so-so', fail: 'bad' };

/** What a check is called. */
export function checkName(id: CheckId): string {
  return ROWS[id].name;
}

/** The word for an outcome. */
export function statusWord(status: CheckStatus): string {
  return STATUS_WORDS[status];
}

/** The checks to be shown: what does not pass first, the worst on top; then the usual ones, or `all`. */
export function checksToShow(checks: readonly QualityCheck[], all: boolean): readonly QualityCheck[] {
  const rank = ({ status }: QualityCheck) => (status === 'fail' ? 0 : status === 'warn' ? 1 : 2);
  const wanted = checks.filter(({ id, status }) => all || status !== 'pass' || ALWAYS.includes(id));
  return [...wanted].sort((a, b) => rank(a) - rank(b));
}

/** The figure as a person reads it; a dash where there is none. */
export function valueWords({ id, value, unit }: Pick<QualityCheck, 'id' | 'value' | 'unit'>): string {
  if (value === null) return '–';
  if (id === 'bandwidth') return `${(value / 1000).toFixed(1)}\u00a0kHz`;
  if (id === 'speakers') return value > 1 ? 'several' : 'one';
  const digits = id === 'clipping' ? 2 : id === 'silence' || id === 'echo' ? 1 : 0;
  const figure = value.toFixed(digits).replace('-', '−');
  return `${figure}${unit === '' ? '' : `\u00a0${unit}`}`;
}

/** Where the figure and the band that passes stand on the bar, 0…1. */
export interface BarPlaces {
  readonly value: number | null;
  readonly band: { readonly from: number; readonly to: number };
}

export function barPlaces({ id, value, pass }: QualityCheck): BarPlaces {
  const [from, to] = ROWS[id].scale;
  const place = (figure: number) => Math.min(1, Math.max(0, (figure - from) / (to - from)));
  return {
    value: value === null ? null : place(value),
    band: {
      from: pass?.from === undefined ? 0 : place(pass.from),
      to: pass?.to === undefined ? 1 : Math.max(LEAST_BAND, place(pass.to)),
    },
  };
}

/** The verdict as a sentence. */
export function verdictWords({ verdict, checks }: Pick<QualityReport, 'verdict' | 'checks'>): string {
  const count = checks.filter(({ status }) => status !== 'pass').length;
  if (verdict === 'good') return 'A good sample.';
  const things = count === 1 ? 'one thing' : `${count} things`;
  if (verdict === 'fair') return `A fair sample: ${things} could be better.`;
  return `This will not clone well: look at ${things}.`;
}
