import { Info } from 'lucide-react';
import { useMirror } from '../store.ts';
import { ServerState } from './server-state.tsx';

/** The server in use, its credits, and what to know of it. */
export function TopBar() {
  const server = useMirror((snapshot) => snapshot.server);
  // Another Timbre's server does not say so of itself, but each of its voices does.
  const hasStockVoice = useMirror(({ voices }) =>
    voices.some(
      ({ server: home, state }) => home === server.id && state.status === 'completed' && state.stock,
    ),
  );
  return (
    <header className="top-bar">
      {server.speaksWithStockVoices || hasStockVoice ? <StockNotice where={server.name} /> : null}
      <p className="top-server" title={server.url}>
        <span className="cut">{server.name}</span>
        <ServerState server={server} />
      </p>
    </header>
  );
}

/** What must be known always; how to change it is left to the settings where the window is narrow. */
function StockNotice({ where }: { readonly where: string }) {
  return (
    <p className="top-notice">
      <Info size={16} aria-hidden="true" />
      <span>
        {where} speaks with stock voices. They are not your clone.{' '}
        <span className="top-notice-more">To hear your own voice, add your A2E account in Settings.</span>
      </span>
    </p>
  );
}
