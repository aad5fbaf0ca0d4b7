import type { SampleReport } from '../../../electron/contract/calls.ts';

/** Says what was made louder or softer so that the parts fit each other: nothing is mended in silence. */
export function LevelNotes({ report }: { readonly report: SampleReport }) {
  const words = levelWords(report);
  return words === null ? null : <p className="soft small level-notes">{words}</p>;
}

/** As a sentence; null where nothing was changed. */
export function levelWords({ clips }: Pick<SampleReport, 'clips'>): string | null {
  const changed = clips.flatMap(({ matched }) => matched).filter(({ gain }) => gain !== 0);
  if (changed.length === 0) return null;
  const gains = changed
    .map(({ gain }) => `${gain > 0 ? '+' : '−'}${Math.abs(gain).toFixed(1)} dB`)
    .join(', ');
  const capped = changed.some(({ capped }) => capped) ? ' One differs more than that: read it again.' : '';
  return `So that all parts are equally loud, ${changed.length === 1 ? 'one recording' : `${changed.length} recordings`} changed by ${gains}. The recordings themselves stay as they are.${capped}`;
}
