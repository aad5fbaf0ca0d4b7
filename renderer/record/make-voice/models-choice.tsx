import { useId } from 'react';
import { A2E_MODELS, type A2eModel } from '../../../electron/a2e/wire.ts';
import { ENGINES, type Engine, speaksLanguage } from '../../../electron/cloning/engines/engines.ts';
import { languageProblem } from './make-voice-rules.ts';

interface ModelsChoiceProps {
  readonly model: A2eModel;
  /** Further engines; none for a voice that is recorded again. */
  readonly also: readonly A2eModel[];
  readonly language: string;
  readonly onlyOne: boolean;
  onModel(model: A2eModel): void;
  onAlso(models: readonly A2eModel[]): void;
}

/** The engines with what each is good at; one or several; one that does not speak the language cannot be chosen. */
export function ModelsChoice({ model, also, language, onlyOne, onModel, onAlso }: ModelsChoiceProps) {
  const several = also.length > 0;
  const others = A2E_MODELS.filter((one) => one !== model && speaksLanguage(one, language));
  return (
    <fieldset className="field engines">
      <legend>Engine</legend>
      <div className="engine-list">
        {Object.values(ENGINES).map((engine) => (
          <EngineCard
            key={engine.model}
            engine={engine}
            chosen={engine.model === model || also.includes(engine.model)}
            several={several}
            because={speaksLanguage(engine.model, language) ? null : languageProblem(language, engine)}
            onChoose={() => {
              if (!several) onModel(engine.model);
              else if (engine.model !== model) onAlso(toggled(also, engine.model));
              else {
                const [next, ...rest] = also;
                if (next !== undefined) onModel(next);
                onAlso(rest);
              }
            }}
          />
        ))}
      </div>
      {onlyOne || others.length === 0 ? null : (
        <label className="make-several">
          <input
            type="checkbox"
            checked={several}
            onChange={(event) => onAlso(event.target.checked ? others : [])}
          />
          <span>
            Try several engines and compare them
            <span className="soft small make-several-note">
              {several
                ? `${also.length + 1} voices of the same recording; each costs as a training does.`
                : 'A voice with each, then you hear them blind.'}
            </span>
          </span>
        </label>
      )}
    </fieldset>
  );
}

function toggled(models: readonly A2eModel[], model: A2eModel): readonly A2eModel[] {
  return models.includes(model) ? models.filter((one) => one !== model) : [...models, model];
}

interface EngineCardProps {
  readonly engine: Engine;
  readonly chosen: boolean;
  readonly several: boolean;
  readonly because: string | null;
  onChoose(): void;
}

function EngineCard({ engine, chosen, several, because, onChoose }: EngineCardProps) {
  const { from, to, source } = engine.sweetSpot;
  const noteId = useId();
  return (
    <label className="engine" data-chosen={chosen} data-barred={because !== null}>
      <input
        type={several ? 'checkbox' : 'radio'}
        name="engine"
        value={engine.model}
        checked={chosen && because === null}
        disabled={because !== null}
        aria-label={engine.name}
        aria-describedby={noteId}
        onChange={onChoose}
      />
      <span className="engine-words">
        <span className="engine-name">
          {engine.name}
          <span className="soft small number" title={source}>
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
