import { Scale, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { heldOut } from '../../../electron/cloning/sample/held-out.ts';
import type { SamplePart } from '../../../electron/cloning/sample/sample.ts';
import type { Voice } from '../../../electron/cloning/voice/voice.ts';
import type { Take } from '../../../electron/recording/take.ts';
import { previewLine } from '../../../electron/speaking/preview-lines.ts';
import { call } from '../../bridge.ts';
import { useAct } from '../../parts/act.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { FaultPanel } from '../../parts/fault-panel.tsx';
import { useMirror } from '../../store.ts';
import { useWindowState } from '../../window-state.tsx';
import { VoiceChoice } from '../voice-choice.tsx';
import { canSpeak, voiceFacts } from '../voice-words.ts';
import { startingVoices } from './compare-rules.ts';
import { lineWords, whyUnknown } from './line-words.ts';
import { OwnLineChoice } from './own-line-choice.tsx';

/** Which voices, which line, and beside which words of one's own. */
export function CompareSetup({ voiceId }: { readonly voiceId: string }) {
  const { compare } = useWindowState();
  const all = useMirror((snapshot) => snapshot.voices);
  const takes = useMirror((snapshot) => snapshot.takes);
  const servers = useMirror((snapshot) => snapshot.servers);
  const [ids, setIds] = useState(() => startingVoices(all, voiceId));
  const voices = useMemo(() => ids.flatMap((id) => all.find((voice) => voice.id === id) ?? []), [ids, all]);
  const lines = useMemo(() => heldOut(voices, takes), [voices, takes]);
  const [own, setOwn] = useState<SamplePart | null>(null);
  const [text, setText] = useState<string | null>(null);
  const act = useAct();
  const take = takes.find(({ id }) => id === own?.takeId);
  const known = own === null ? previewLine(voices[0]?.language ?? 'en') : lineWords(own, take);
  const line = text ?? known ?? '';
  const begin = async () => {
    const ask = { voiceIds: ids, text: line, ...(own !== null && { own }) };
    const begun = await act.run(call('compare.begin', ask));
    if (begun !== undefined) compare({ comparisonId: begun.id });
  };
  const others = useMemo(
    () =>
      all.filter(
        (voice) => voice.state.status === 'completed' && canSpeak(voice, servers) && !ids.includes(voice.id),
      ),
    [all, servers, ids],
  );
  return (
    <section className="card compare" aria-label="What to compare">
      <p className="soft">
        Each voice says the same line. You hear them as A, B and C, equally loud and in an order drawn by lot;
        you are told which is which when you have decided.
      </p>
      <div className="field">
        <span className="field-name">Voices</span>
        <ul className="compare-voices">
          {voices.map((voice) => (
            <ChosenVoice
              key={voice.id}
              voice={voice}
              onLeaveOut={() => setIds((before) => before.filter((id) => id !== voice.id))}
            />
          ))}
        </ul>
        {others.length > 0 && ids.length < 6 ? (
          <VoiceChoice
            label="Add a voice"
            voices={others}
            value={null}
            placeholder="Add a voice"
            onChoose={(id) => setIds((before) => [...before, id])}
          />
        ) : null}
      </div>
      <OwnLineChoice
        lines={lines}
        chosen={own}
        onChoose={(chosen) => {
          setOwn(chosen);
          setText(null);
        }}
      />
      <div className="field">
        <label htmlFor="compare-text">
          {own === null ? 'What they say' : 'What you say there, and they will say too'}
        </label>
        <textarea
          id="compare-text"
          className="input"
          rows={2}
          maxLength={1000}
          value={line}
          placeholder={own === null ? '' : 'Word for word'}
          onChange={(event) => setText(event.target.value)}
        />
        <p className="field-note">{own === null ? 'Any line in their language.' : wordsNote(own, take)}</p>
      </div>
      <StockNote voices={voices} />
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
      <div className="row">
        <Button
          look="primary"
          icon={<Scale size={16} aria-hidden="true" />}
          disabled={act.busy || ids.length < 2 || line.trim() === ''}
          onClick={() => void begin()}
        >
          Have them say it
        </Button>
        <p className="soft small">{ids.length < 2 ? 'Add a second voice.' : priceWords(voices, servers)}</p>
      </div>
    </section>
  );
}

function wordsNote(own: SamplePart, take: Take | undefined): string {
  return lineWords(own, take) === undefined
    ? `${whyUnknown(own, take)} Listen to it and write what you say, so that you compare like with like.`
    : 'As you read it. If you said it otherwise, write what you said.';
}

function ChosenVoice({ voice, onLeaveOut }: { readonly voice: Voice; onLeaveOut(): void }) {
  const servers = useMirror((snapshot) => snapshot.servers);
  return (
    <li className="row compare-voice">
      <span className="cut">{voice.name}</span>
      <span className="soft small cut">{voiceFacts(voice, servers)}</span>
      <IconButton className="push" label={`Leave out ${voice.name}`} onClick={onLeaveOut}>
        <X size={16} aria-hidden="true" />
      </IconButton>
    </li>
  );
}

/** Said before anything is heard: what answers on this computer is no clone. */
function StockNote({ voices }: { readonly voices: readonly Voice[] }) {
  const stock = voices.filter(({ state }) => state.status === 'completed' && state.stock !== undefined);
  if (stock.length === 0) return null;
  return (
    <p className="care" data-tone="warn">
      {stock.length === voices.length ? 'These are' : `${stock.length} of these are`} stock voices, not clones
      of you. Comparing them shows how it works, not which engine suits you.
    </p>
  );
}

function priceWords(
  voices: readonly Voice[],
  servers: readonly { readonly id: string; readonly kind: 'local' | 'remote' }[],
): string {
  const paid = voices.filter(
    ({ server }) => servers.find(({ id }) => id === server)?.kind !== 'local',
  ).length;
  if (paid === 0) return 'Free.';
  return paid === 1 ? 'Costs as one line does.' : `Costs as ${paid} lines do.`;
}
