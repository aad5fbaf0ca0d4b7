import type { A2eModel } from '../../electron/a2e/wire.ts';
import { ENGINES, type Engine, speaksLanguage } from '../../electron/cloning/engines.ts';
import { languageProblem } from './make-voice-rules.ts';

interface EngineChoiceProps {
  readonly model: A2eModel;
  readonly language: string;
  onChoose(model: A2eModel): void;
}

/** The engines with what each is good at; one that does not speak the language says so and cannot be chosen. */
export function EngineChoice({ model, language, onChoose }: EngineChoiceProps) {
  return (
    <fieldset className="field engines">
      <legend>Engine</legend>
      <div className="engine-list">
        {Object.values(ENGINES).map((engine) => (
          <EngineCard
            key={engine.model}
            engine={engine}
            chosen={engine.model === model}
            because={speaksLanguage(engine.model, language) ? null : languageProblem(language, engine)}
            onChoose={() => onChoose(engine.model)}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface EngineCardProps {
  readonly engine: Engine;
  readonly chosen: boolean;
  readonly because: string | null;
  onChoose(): void;
}

function EngineCard({ engine, chosen, because, onChoose }: EngineCardProps) {
  const { from, to } = engine.sweetSpot;
  const noteId = `engine-note-${engine.model}`;
  return (
    <label className="engine" data-chosen={chosen} data-barred={because !== null}>
      <input
        type="radio"
        name="engine"
        value={engine.model}
        checked={chosen}
        disabled={because !== null}
        aria-label={engine.name}
        aria-describedby={noteId}
        onChange={onChoose}
      />
      <span className="engine-words">
        <span className="engine-name">
          {engine.name}
          <span className="soft small number">
            best {from}–{to} s
          </span>
        </span>
        <span id={noteId} className="soft small">
          {because ?? engine.strength}
        </span>
      </span>
    </label>
  );
}
