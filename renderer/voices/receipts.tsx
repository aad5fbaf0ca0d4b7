import { Check, Copy, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { endWords, openQuestion, type Receipt, receiptText } from '../../electron/cloning/voice/receipt.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { useNow } from '../parts/clock.ts';
import { copyText } from '../parts/copy-text.ts';
import { dayWords } from '../parts/time-words.ts';
import { useMirror } from '../store.ts';
import { useWindowState } from '../window-state.tsx';
import { serverNameOf } from './voice-words.ts';

/** What was deleted last, until it is closed; only what was deleted in this window's time. */
export function LastReceipt() {
  const { receiptsSeen, setReceiptsSeen } = useWindowState();
  const receipts = useMirror((snapshot) => snapshot.receipts);
  const [last] = receipts;
  const count = receipts.length;
  useEffect(() => {
    if (receiptsSeen === null) setReceiptsSeen(count);
  }, [receiptsSeen, setReceiptsSeen, count]);
  if (last === undefined || receiptsSeen === null || count <= receiptsSeen) return null;
  return (
    <div role="status">
      <ReceiptCard receipt={last} onClose={() => setReceiptsSeen(count)} />
    </div>
  );
}

/** Every receipt, the newest first. */
export function Receipts() {
  const receipts = useMirror((snapshot) => snapshot.receipts);
  return (
    <section className="receipts" aria-label="Receipts">
      <h2>What was deleted</h2>
      <ul className="voices">
        {receipts.slice(0, 100).map((receipt) => (
          <li key={receipt.id}>
            <ReceiptCard receipt={receipt} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const PLACES = { here: 'from this computer', there: 'on its server', everywhere: 'everywhere' } as const;

function ReceiptCard({ receipt, onClose }: { readonly receipt: Receipt; onClose?(): void }) {
  const servers = useMirror((snapshot) => snapshot.servers);
  const now = useNow(false);
  const { voice, where, at, clones, recordings } = receipt;
  return (
    <article className="card receipt" aria-label={`Receipt for ${voice.name}`}>
      <div className="row">
        <p className="receipt-title">
          “{voice.name}” was deleted {PLACES[where]}
        </p>
        <div className="row push">
          <CopyReceipt text={receiptText(receipt, (server) => serverNameOf(server, servers))} />
          {onClose === undefined ? null : (
            <IconButton label="Close" onClick={onClose}>
              <X size={16} aria-hidden="true" />
            </IconButton>
          )}
        </div>
      </div>
      <p className="soft small number">
        {dayWords(at, now)} · {recordings === 1 ? '1 recording stays' : `${recordings} recordings stay`} here
      </p>
      {clones.map((clone) => (
        <p key={`${clone.server} ${clone.remoteId}`} className="small receipt-clone" data-end={clone.end}>
          <span className="number receipt-id">
            {serverNameOf(clone.server, servers)} · {clone.remoteId}
          </span>
          {endWords(clone)}
        </p>
      ))}
      <p className="small soft">{openQuestion(receipt)}</p>
    </article>
  );
}

function CopyReceipt({ text }: { readonly text: string }) {
  const [copied, setCopied] = useState(false);
  const icon = copied ? <Check size={16} aria-hidden="true" /> : <Copy size={16} aria-hidden="true" />;
  return (
    <Button look="quiet" icon={icon} onClick={() => void copyText(text).then(setCopied)}>
      {copied ? 'Copied' : 'Copy'}
    </Button>
  );
}
