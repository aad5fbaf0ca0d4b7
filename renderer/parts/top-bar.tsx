import { CircleCheck, CircleDashed, CircleX, Info } from 'lucide-react';
import type { ServerView } from '../../electron/contract/calls.ts';
import { useMirror } from '../store.ts';
import { serverWords } from './state-words.ts';

/** The server in use, its credits, and what to know of it. */
export function TopBar() {
  const server = useMirror((snapshot) => snapshot.server);
  return (
    <header className="top-bar">
      {server.speaksWithStockVoices ? <StockNotice /> : null}
      <p className="top-server" title={server.url}>
        <ReachIcon server={server} />
        <span className="cut">{server.name}</span>
        <span className="soft top-reach">{serverWords(server)}</span>
        {server.coins === undefined ? null : <span className="number top-coins">{server.coins} credits</span>}
      </p>
    </header>
  );
}

function StockNotice() {
  return (
    <p className="top-notice">
      <Info size={16} aria-hidden="true" />
      <span>
        This computer speaks with stock voices. They are not your clone.{' '}
        <span className="top-notice-more">To hear your own voice, start Timbre with your A2E server.</span>
      </span>
    </p>
  );
}

/** The state of a server as a shape and a colour; the word stands beside it. */
export function ReachIcon({ server }: { readonly server: Pick<ServerView, 'reach'> }) {
  if (server.reach.is === 'reachable')
    return <CircleCheck className="reach reach-ok" size={16} aria-hidden="true" />;
  if (server.reach.is === 'unreachable')
    return <CircleX className="reach reach-fail" size={16} aria-hidden="true" />;
  return <CircleDashed className="reach" size={16} aria-hidden="true" />;
}
