import { useState } from 'react';
import type { ServerView } from '../../electron/contract/calls.ts';
import { call } from '../bridge.ts';
import { useAct } from '../parts/act.ts';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { readCredits } from '../parts/read-credits.ts';
import { CreditsField } from './credits-field.tsx';

/** A balance for the server on this computer, so that running out can be tried before it happens on an account. */
export function PretendCredits({ server }: { readonly server: ServerView }) {
  // While it is being typed in; else what the server says.
  const [typed, setTyped] = useState<string | null>(null);
  const act = useAct();
  const words = typed ?? String(server.pretendCredits ?? '');
  const coins = readCredits(words);
  const write = (next: string) => {
    setTyped(next);
    const read = readCredits(next);
    if (read !== undefined) void act.run(call('server.pretendCredits', { coins: read }));
  };
  return (
    <>
      <CreditsField
        id="pretend-credits"
        label="Pretend credits"
        placeholder="None: all is free"
        value={words}
        isWrong={coins === undefined}
        onType={write}
        onBlur={() => setTyped(null)}
        note={
          coins === undefined
            ? 'A whole number of credits, or empty for none.'
            : 'To see what happens when credits run out. Voices and lines made here are charged from them; no money is.'
        }
      />
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </>
  );
}
