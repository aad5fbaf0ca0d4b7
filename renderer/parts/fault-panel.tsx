import { Check, Copy, TriangleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { faultWords } from '../../electron/contract/fault-words.ts';
import type { Fault } from '../../electron/result.ts';
import { Button } from './button.tsx';
import { copyText } from './copy-text.ts';

interface FaultPanelProps {
  readonly fault: Fault;
  /** Buttons that help, before "Copy details". */
  readonly children?: ReactNode;
  /** A sentence of its own behind the others. */
  readonly more?: string | undefined;
  /** True where it is said as part of a list rather than just having happened. */
  readonly still?: boolean;
}

/** What happened, what was kept, what to do. */
export function FaultPanel({ fault, children, still, more }: FaultPanelProps) {
  const words = faultWords(fault);
  return (
    <div className="fault" role={still ? undefined : 'alert'}>
      <TriangleAlert className="fault-icon" size={18} aria-hidden="true" />
      <div className="fault-body">
        <div className="fault-words">
          <p className="fault-happened">{words.happened}</p>
          <p>{[words.kept, words.todo].filter((sentence) => sentence !== '').join(' ')}</p>
          {more === undefined ? null : <p className="number">{more}</p>}
          {fault.traceId === undefined ? null : <p className="fault-trace">Trace {fault.traceId}</p>}
        </div>
        <div className="row fault-actions">
          {children}
          <CopyDetails fault={fault} />
        </div>
      </div>
    </div>
  );
}

/** A fault as plain lines, for a report: code, detail, status, trace. */
export function faultDetails(fault: Fault): string {
  const lines = [
    `code: ${fault.code}`,
    fault.detail === undefined ? null : `detail: ${fault.detail}`,
    fault.status === undefined ? null : `status: ${fault.status}`,
    fault.traceId === undefined ? null : `trace: ${fault.traceId}`,
    ...Object.entries(fault.facts ?? {}).map(([name, value]) => `${name}: ${value}`),
  ];
  return lines.filter((line) => line !== null).join('\n');
}

function CopyDetails({ fault }: { readonly fault: Fault }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    const worked = await copyText(faultDetails(fault));
    setCopied(worked);
  };
  const icon = copied ? <Check size={16} aria-hidden="true" /> : <Copy size={16} aria-hidden="true" />;
  return (
    <Button look="quiet" icon={icon} onClick={() => void copy()}>
      {copied ? 'Copied' : 'Copy details'}
    </Button>
  );
}
