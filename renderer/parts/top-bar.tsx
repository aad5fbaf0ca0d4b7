import { Info } from 'lucide-react';
import { useMirror } from '../store.ts';
import { ServerState } from './server-state.tsx';

/** The server in use, its credits, and what to know of it. */
export function TopBar() {
  const server = useMirror((snapshot) => snapshot.server);
  return (
    <header className="top-bar">
      {server.speaksWithStockVoices ? <StockNotice /> : null}
      <p className="top-server" title={server.url}>
        <span className="cut">{server.name}</span>
        <ServerState server={server} />
      </p>
    </header>
  );
}

/** What must be known always; how to change it is left to the settings where the window is narrow. */
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
