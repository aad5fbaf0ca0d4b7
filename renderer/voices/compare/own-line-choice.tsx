import { Mic } from 'lucide-react';
import type { SamplePart } from '../../../electron/cloning/sample/sample.ts';
import { mediaPath } from '../../../electron/contract/calls.ts';
import type { Take } from '../../../electron/recording/take.ts';
import { Button } from '../../parts/button.tsx';
import { useNow } from '../../parts/clock.ts';
import { StretchPlayer } from '../../parts/sound/stretch-player.tsx';
import { clockWords, dayWords } from '../../parts/time-words.ts';
import { useMirror } from '../../store.ts';
import { useWindowState } from '../../window-state.tsx';
import { lineWords } from './line-words.ts';

/** So many sentences are offered; more is not a choice. */
const MOST_LINES = 8;

interface OwnLineChoiceProps {
  /** Sentences of one's own that none of the voices was made of. */
  readonly lines: readonly SamplePart[];
  readonly chosen: SamplePart | null;
  onChoose(line: SamplePart | null): void;
}

/** A sentence of one's own to compare with: one that the voices have not heard. */
export function OwnLineChoice({ lines, chosen, onChoose }: OwnLineChoiceProps) {
  const { go } = useWindowState();
  if (lines.length === 0)
    return (
      <div className="field">
        <span className="field-name">Beside your own words</span>
        <div className="row">
          <p className="soft small">
            The voices were made of every sentence that you recorded. Read one more line to hear yourself
            beside them.
          </p>
          <Button icon={<Mic size={16} aria-hidden="true" />} onClick={() => go('record')}>
            Read a line
          </Button>
        </div>
      </div>
    );
  return (
    <fieldset className="field">
      <legend>Beside your own words</legend>
      <ul className="compare-lines">
        {lines.slice(0, MOST_LINES).map((line) => (
          <OwnLine
            key={`${line.takeId} ${line.from}`}
            line={line}
            chosen={chosen?.takeId === line.takeId && chosen.from === line.from}
            onChoose={() => onChoose(line)}
          />
        ))}
        <li className="row">
          <label className="row">
            <input type="radio" name="own-line" checked={chosen === null} onChange={() => onChoose(null)} />
            Without
          </label>
        </li>
      </ul>
      <p className="field-note">Sentences that none of these voices was made of.</p>
    </fieldset>
  );
}

function OwnLine({
  line,
  chosen,
  onChoose,
}: {
  readonly line: SamplePart;
  readonly chosen: boolean;
  onChoose(): void;
}) {
  const take = useMirror((snapshot) => snapshot.takes.find(({ id }) => id === line.takeId));
  const now = useNow(false);
  if (take === undefined) return null;
  const [from, to] = [line.from / take.sampleRate, line.to / take.sampleRate];
  const known = lineWords(line, take);
  const where = line.sentence === undefined ? placeWords(take, from) : `sentence ${line.sentence + 1}`;
  const day = dayWords(take.createdAt, now);
  const words = known === undefined ? `${where}, ${day}` : `“${known}”`;
  return (
    <li className="row">
      <label className="row compare-line">
        <input type="radio" name="own-line" checked={chosen} onChange={onChoose} />
        <span className="cut">{words}</span>
        <span className="soft small number compare-line-facts">
          {known === undefined ? '' : `${day} · `}
          {(to - from).toFixed(1)} s
        </span>
      </label>
      <StretchPlayer url={mediaPath('takes', take.id)} from={from} to={to} about={words} />
    </li>
  );
}

/** Where in which recording: a file by its name. */
function placeWords({ source }: Take, from: number): string {
  const what = source.kind === 'file' ? `“${source.fileName}”` : 'a recording';
  return from === 0 ? what : `${what} from ${clockWords(from)}`;
}
