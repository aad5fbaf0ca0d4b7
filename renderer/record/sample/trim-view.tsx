import { Check, Pause, Play, Sparkles } from 'lucide-react';
import { useRef, useState } from 'react';
import { mediaPath } from '../../../electron/contract/calls.ts';
import { type Take, takeSeconds } from '../../../electron/recording/take.ts';
import { call } from '../../bridge.ts';
import { useAct } from '../../parts/act.ts';
import { Button } from '../../parts/button.tsx';
import { useEscapeKey } from '../../parts/escape-key.ts';
import { FaultPanel } from '../../parts/fault-panel.tsx';
import { useSpanPlayer } from '../../parts/sound/span-player.ts';
import { inSamples, STEP_SECONDS, type Stretch, withEnd } from './trim-rules.ts';
import { useTrimWave } from './use-trim-wave.ts';

interface TrimViewProps {
  readonly take: Take;
  /** In samples: what is chosen to begin with. */
  readonly stretch: { readonly from: number; readonly to: number };
  /** In samples; null: it stays as it was. */
  onDone(stretch: { readonly from: number; readonly to: number } | null): void;
}

/** Chooses a part of a take: with handles on its waveform, by figures, or as suggested. The take stays as it is. */
export function TrimView({ take, stretch, onDone }: TrimViewProps) {
  const { sampleRate } = take;
  const seconds = takeSeconds(take);
  const container = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<Stretch>({
    from: stretch.from / sampleRate,
    to: stretch.to / sampleRate,
  });
  const player = useSpanPlayer();
  const act = useAct();
  useEscapeKey(() => onDone(null));
  const choose = (next: Stretch) => {
    player.stop();
    setChosen(next);
  };
  useTrimWave(container, { take, chosen, onChange: choose });
  const suggest = async () => {
    const best = await act.run(call('sample.suggest', { takeId: take.id }));
    if (best) choose({ from: best.from / sampleRate, to: best.to / sampleRate });
  };
  const plays = player.playing !== null;
  return (
    <fieldset className="trim" aria-label="Choose the part">
      <div ref={container} className="wave trim-wave" />
      <div className="row trim-row">
        <Button
          look="quiet"
          icon={plays ? <Pause size={16} aria-hidden="true" /> : <Play size={16} aria-hidden="true" />}
          onClick={() => player.toggle('part', { url: mediaPath('takes', take.id), ...chosen })}
        >
          {plays ? 'Stop' : 'Play the part'}
        </Button>
        <SecondsField
          label="Begins at"
          value={chosen.from}
          onChange={(at) => choose(withEnd(chosen, 'from', at, seconds))}
        />
        <SecondsField
          label="Ends at"
          value={chosen.to}
          onChange={(at) => choose(withEnd(chosen, 'to', at, seconds))}
        />
        <span
          className="soft small number"
          aria-live="polite"
        >{`${(chosen.to - chosen.from).toFixed(1)} s chosen`}</span>
        <span className="row push">
          <Button
            look="quiet"
            icon={<Sparkles size={16} aria-hidden="true" />}
            disabled={act.busy}
            onClick={() => void suggest()}
          >
            Best part
          </Button>
          <Button look="quiet" onClick={() => onDone(null)}>
            Cancel
          </Button>
          <Button
            icon={<Check size={16} aria-hidden="true" />}
            onClick={() => onDone(inSamples(chosen, take))}
          >
            Use this part
          </Button>
        </span>
      </div>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </fieldset>
  );
}

interface SecondsFieldProps {
  readonly label: string;
  readonly value: number;
  onChange(value: number): void;
}

function SecondsField({ label, value, onChange }: SecondsFieldProps) {
  return (
    <label className="trim-field small">
      {label}
      <input
        className="input number"
        type="number"
        min={0}
        step={STEP_SECONDS}
        value={value.toFixed(2)}
        onChange={({ target }) => onChange(target.valueAsNumber)}
      />
      s
    </label>
  );
}
