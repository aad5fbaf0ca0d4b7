interface SegmentsProps<V extends string> {
  readonly legend: string;
  readonly name: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly words: string }[];
  onChoose(value: V): void;
}

/** One of two or three, side by side. */
export function Segments<V extends string>({ legend, name, value, options, onChoose }: SegmentsProps<V>) {
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      <div className="segments">
        {options.map((option) => (
          <label key={option.value} className="segment" data-chosen={option.value === value}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            {option.words}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
