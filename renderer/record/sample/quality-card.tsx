import { CircleAlert, CircleCheck, CircleX } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import type { CheckStatus, QualityCheck, QualityReport } from '../../../electron/recording/quality/report.ts';
import { Button } from '../../parts/button.tsx';
import { barPlaces, checkName, checksToShow, statusWord, valueWords, verdictWords } from './quality-words.ts';

interface QualityCardProps {
  readonly report: QualityReport;
  /** The check whose places are marked on the waveform. */
  readonly shown: QualityCheck['id'] | null;
  onShow(id: QualityCheck['id'] | null): void;
  /** Below the verdict. */
  readonly children?: ReactNode;
}

const ICONS = { pass: CircleCheck, warn: CircleAlert, fail: CircleX } as const;
const VERDICT_STATUS = { good: 'pass', fair: 'warn', poor: 'fail' } as const;

/** How good the sample is: the verdict, then a row for each thing that counts. */
export function QualityCard({ report, shown, onShow, children }: QualityCardProps) {
  const [all, setAll] = useState(false);
  const rows = checksToShow(report.checks, all);
  const more = report.checks.length - checksToShow(report.checks, false).length;
  const verdict = VERDICT_STATUS[report.verdict];
  return (
    <section className="card quality" aria-label="Quality">
      <h2 className="quality-verdict">
        <Sign status={verdict} />
        {verdictWords(report)}
      </h2>
      {children}
      <ul>
        {rows.map((check) => (
          <QualityRow
            key={check.id}
            check={check}
            open={shown === check.id}
            onToggle={() => onShow(shown === check.id ? null : check.id)}
          />
        ))}
      </ul>
      {more > 0 ? (
        <Button look="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show less' : `Show ${more} more that are good`}
        </Button>
      ) : null}
    </section>
  );
}

/** An outcome by its shape and colour; its word stands beside it. */
function Sign({ status }: { readonly status: CheckStatus }) {
  const Icon = ICONS[status];
  return <Icon className="quality-sign" data-status={status} size={16} aria-hidden="true" />;
}

interface QualityRowProps {
  readonly check: QualityCheck;
  readonly open: boolean;
  onToggle(): void;
}

/** Name, figure, bar with the band that passes, word; opened it says what to do, and its places are on the waveform. */
function QualityRow({ check, open, onToggle }: QualityRowProps) {
  const advice = useId();
  const { value, band } = barPlaces(check);
  const told = check.status !== 'pass' || open;
  return (
    <li>
      <button
        type="button"
        className="quality-line"
        aria-expanded={open}
        aria-describedby={advice}
        onClick={onToggle}
      >
        <span>{checkName(check.id)}</span>
        <span className="number quality-value">{valueWords(check)}</span>
        <svg className="quality-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
          <rect className="quality-track" width="100" height="8" rx="2" />
          <rect className="quality-band" x={band.from * 100} width={(band.to - band.from) * 100} height="8" />
          {value === null ? null : <rect className="quality-mark" x={value * 98} width="2" height="8" />}
        </svg>
        <span className="quality-word">
          <Sign status={check.status} />
          {statusWord(check.status)}
        </span>
      </button>
      <p id={advice} className="soft small quality-advice" hidden={!told}>
        {check.advice}
        {open && check.places && check.places.length > 0 ? ' It is marked on the waveform.' : ''}
      </p>
    </li>
  );
}
