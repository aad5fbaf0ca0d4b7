import type { Fault } from '../result.ts';
import { FAULT_ROWS, type FaultRow } from './fault-table.ts';
import type { FaultCode } from './faults.ts';

/** What a person is told: what happened, what was kept, what to do. Each a whole sentence, or empty. */
export interface FaultWords {
  readonly happened: string;
  readonly kept: string;
  readonly todo: string;
}

/** The words for a fault; `detail` is not in them: it is for those who open the details. */
export function faultWords(fault: Fault): FaultWords {
  const row: FaultRow = isKnown(fault.code) ? FAULT_ROWS[fault.code] : FAULT_ROWS.unexpected;
  const [happened, kept, todo] = row.map((sentence) =>
    fillIn(sentence, { detail: fault.detail ?? 'no reason given', ...fault.facts }),
  );
  return { happened: happened ?? '', kept: kept ?? '', todo: todo ?? '' };
}

/** The same as one line, for a log or a terminal. */
export function faultLine(fault: Fault): string {
  const { happened, kept, todo } = faultWords(fault);
  const line = [happened, kept, todo].filter(Boolean).join(' ');
  return fault.detail && !line.includes(fault.detail) ? `${line} [${fault.detail}]` : line;
}

function isKnown(code: string): code is FaultCode {
  return Object.hasOwn(FAULT_ROWS, code);
}

function fillIn(sentence: string, facts: Readonly<Record<string, string | number>>): string {
  return sentence
    .replace(/ ?\(\{(\w+)\}\)/g, (_all, name: string) =>
      facts[name] === undefined ? '' : ` (${facts[name]})`,
    )
    .replace(/\{(\w+)\}/g, (_all, name: string) => String(facts[name] ?? '…'));
}
