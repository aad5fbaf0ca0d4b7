import { RefreshCw } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { call } from '../bridge.ts';
import { useAct } from '../parts/act.ts';
import { Button } from '../parts/button.tsx';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { useMirror } from '../store.ts';
import { syncWords } from './sync-words.ts';

/** Opening the screen looks at the accounts by itself, but not more often than this, in milliseconds. */
const BY_ITSELF_MS = 300_000;
let lastLook = 0;

/** Compares the library with the accounts: by itself now and then, and when asked to. It costs nothing. */
export function SyncAccounts() {
  const servers = useMirror((snapshot) => snapshot.servers);
  const act = useAct();
  const [words, setWords] = useState('');
  const { run, clear } = act;
  const look = useCallback(
    async (asked: boolean) => {
      lastLook = Date.now();
      const said: string[] = [];
      for (const { id, name } of servers) {
        const report = await run(call('voices.sync', { server: id }));
        if (report !== undefined) said.push(syncWords(report, name, asked));
      }
      // By itself it says nothing of an account that could not be reached: the top bar does.
      if (!asked) clear();
      setWords(said.filter((line) => line !== '').join(' '));
    },
    [servers, run, clear],
  );
  useEffect(() => {
    const isDue = Date.now() - lastLook > BY_ITSELF_MS;
    if (isDue && servers.some(({ kind }) => kind === 'remote')) void look(false);
  }, [look, servers]);
  return (
    <>
      <Button
        look="quiet"
        icon={<RefreshCw size={16} aria-hidden="true" />}
        disabled={act.busy}
        title="See which voices your accounts have. Costs nothing."
        onClick={() => void look(true)}
      >
        Look at the accounts
      </Button>
      <div className="voices-sync" aria-live="polite">
        {act.busy ? 'Looking…' : words}
        {act.fault === null ? null : <FaultPanel fault={act.fault} />}
      </div>
    </>
  );
}
