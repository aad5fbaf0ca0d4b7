import { Check } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Voice } from '../../../electron/cloning/voice/voice.ts';
import { mediaPath } from '../../../electron/contract/calls.ts';
import { type Comparison, letterOf } from '../../../electron/speaking/comparison.ts';
import { call } from '../../bridge.ts';
import { useAct } from '../../parts/act.ts';
import { AskFirst } from '../../parts/ask-first.tsx';
import { StockBadge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { Player } from '../../parts/sound/player.tsx';
import { useMirror } from '../../store.ts';
import { useWindowState } from '../../window-state.tsx';
import { LastReceipt } from '../receipts.tsx';
import { voiceFacts } from '../voice-words.ts';
import { heardOf } from './compare-rules.ts';

/** Which was which, in the order the person gave; the likest can be kept alone. */
export function Revealed({
  comparison,
  ranking,
}: {
  readonly comparison: Comparison;
  readonly ranking: readonly string[];
}) {
  const { compare } = useWindowState();
  const auditions = useMirror((snapshot) => snapshot.auditions);
  const voices = useMirror((snapshot) => snapshot.voices);
  const heard = useMemo(() => heardOf(comparison, auditions), [comparison, auditions]);
  const ranked = ranking.map((id) => {
    const index = comparison.voices.findIndex(({ voiceId }) => voiceId === id);
    return { id, index, voice: voices.find((voice) => voice.id === id), clip: heard.clips[index] };
  });
  const [winner, ...others] = ranked;
  const left = others.flatMap(({ voice }) => voice ?? []);
  return (
    <section className="compare" aria-label="Which was which">
      <p className="compare-text">“{comparison.text}”</p>
      <ol className="compare-sounds">
        {ranked.map(({ id, index, voice, clip }, place) => (
          <li
            key={id}
            className="card compare-sound"
            data-placed={place === 0}
            aria-label={`Voice ${letterOf(index)}`}
          >
            <span className="compare-letter">{letterOf(index)}</span>
            <div className="compare-named">
              <NamedVoice voice={voice} />
              {clip === undefined ? null : (
                <Player
                  url={mediaPath('auditions', clip.id)}
                  seconds={clip.samples / clip.sampleRate}
                  about={voice?.name ?? `voice ${letterOf(index)}`}
                  volume={heard.volumes[index] ?? 1}
                />
              )}
            </div>
          </li>
        ))}
      </ol>
      <LastReceipt />
      {winner?.voice !== undefined && left.length > 0 ? (
        <KeepOne winner={winner.voice} others={left} />
      ) : null}
      <div className="row">
        <Button look="primary" icon={<Check size={16} aria-hidden="true" />} onClick={() => compare(null)}>
          Done
        </Button>
      </div>
    </section>
  );
}

function NamedVoice({ voice }: { readonly voice: Voice | undefined }) {
  const servers = useMirror((snapshot) => snapshot.servers);
  if (voice === undefined) return <p className="soft">A voice that is not here any more</p>;
  const stock = voice.state.status === 'completed' ? voice.state.stock : undefined;
  return (
    <p className="row">
      <strong className="cut">{voice.name}</strong>
      <span className="soft small cut">{voiceFacts(voice, servers)}</span>
      {stock === undefined ? null : <StockBadge stock={stock} />}
    </p>
  );
}

/** Deletes all but the likest, everywhere, after asking once. */
function KeepOne({ winner, others }: { readonly winner: Voice; readonly others: readonly Voice[] }) {
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const remove = async () => {
    for (const { id } of others)
      if ((await act.run(call('voice.remove', { voiceId: id, where: 'everywhere' }))) === undefined) return;
  };
  const names = others.map(({ name }) => `“${name}”`).join(', ');
  if (!asking)
    return (
      <div className="row">
        <Button onClick={() => setAsking(true)}>
          Keep “{winner.name}”, delete {others.length === 1 ? 'the other' : 'the others'}…
        </Button>
      </div>
    );
  return (
    <AskFirst
      about={`Delete ${names}`}
      words="Delete"
      busyWords="Deleting…"
      keepWords="Keep them"
      act={act}
      onDo={() => void remove()}
      onKeep={() => setAsking(false)}
    >
      <p>
        Delete {names} here and on the server? “{winner.name}” stays, and your recordings stay.
      </p>
    </AskFirst>
  );
}
