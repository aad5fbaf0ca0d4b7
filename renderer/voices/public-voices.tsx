import { Plus } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { LanguageChoice } from '../../electron/cloning/engines/languages.ts';
import type { Calls } from '../../electron/contract/calls.ts';
import { call } from '../bridge.ts';
import { useAct } from '../parts/act.ts';
import { StockBadge } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { LanguageChooser } from '../parts/language-chooser.tsx';
import { useMirror } from '../store.ts';
import { AvatarVoice } from './avatar-voice.tsx';

type PublicVoice = Calls['server.addPublicVoice']['ask']['voice'];

/** More is not looked through: one types the language and a name. */
const MOST_SHOWN = 60;

/** The voices of the chosen server itself, to be added to one's own and spoken with. Nobody's clone. */
export function PublicVoices() {
  const { id: serverId, name } = useMirror((snapshot) => snapshot.server);
  const [need, setNeed] = useState<LanguageChoice>({ language: 'en' });
  const [voices, setVoices] = useState<readonly PublicVoice[] | null>(null);
  const [typed, setTyped] = useState('');
  const { run, ...act } = useAct();
  useEffect(() => {
    let isOver = false;
    setVoices(null);
    void run(call('server.publicVoices', { serverId, ...need })).then((found) => {
      if (!isOver) setVoices(found ?? []);
    });
    return () => {
      isOver = true;
    };
  }, [run, serverId, need]);
  const add = useCallback(
    (voice: PublicVoice) => run(call('server.addPublicVoice', { serverId, voice, ...need })),
    [run, serverId, need],
  );
  const found = (voices ?? []).filter((one) => one.name.toLowerCase().includes(typed.trim().toLowerCase()));
  return (
    <section className="card public-voices" aria-label={`Voices of ${name}`}>
      <h2>Voices of {name}</h2>
      <p className="soft small">They belong to the server and are nobody’s clone of yours.</p>
      <div className="row voices-find">
        <input
          type="search"
          className="input"
          aria-label={`Look for a voice of ${name}`}
          placeholder="Name"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <LanguageChooser label="Language" value={need} onChoose={setNeed} />
      </div>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
      <ul className="compare-voices">
        {found.slice(0, MOST_SHOWN).map((voice) => (
          <PublicRow key={voice.id} voice={voice} serverId={serverId} busy={act.busy} onAdd={add} />
        ))}
      </ul>
      <p className="soft small" aria-live="polite">
        {voices === null ? 'Asking…' : countWords(found.length)}
      </p>
      <AvatarVoice key={serverId} />
    </section>
  );
}

function countWords(count: number): string {
  if (count === 0) return 'There is none of that name and language.';
  return count > MOST_SHOWN ? `${MOST_SHOWN} of ${count} are shown: type a name.` : '';
}

interface PublicRowProps {
  readonly voice: PublicVoice;
  readonly serverId: string;
  readonly busy: boolean;
  onAdd(voice: PublicVoice): Promise<unknown>;
}

function PublicRow({ voice, serverId, busy, onAdd }: PublicRowProps) {
  const isHere = useMirror((snapshot) =>
    snapshot.voices.some(
      ({ origin, server, state }) =>
        origin?.is === 'public' &&
        server === serverId &&
        state.status === 'completed' &&
        state.remoteId === voice.id,
    ),
  );
  return (
    <li className="row compare-voice">
      <span className="cut">{voice.name}</span>
      <span className="soft small">{voice.gender ?? ''}</span>
      {voice.stock === undefined ? null : <StockBadge stock={voice.stock} />}
      <Button
        look="quiet"
        className="push"
        icon={<Plus size={16} aria-hidden="true" />}
        disabled={isHere || busy}
        aria-label={isHere ? `${voice.name} is among your voices` : `Add ${voice.name}`}
        onClick={() => void onAdd(voice)}
      >
        {isHere ? 'Added' : 'Add'}
      </Button>
    </li>
  );
}
