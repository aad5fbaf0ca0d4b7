import type { Gender } from '../../electron/cloning/voice.ts';

const TYPES: readonly { readonly gender: Gender; readonly words: string }[] = [
  { gender: 'female', words: 'Female' },
  { gender: 'male', words: 'Male' },
];

/** Which kind of voice it is: the engine wants to know. */
export function VoiceTypeChoice({
  gender,
  onChoose,
}: {
  readonly gender: Gender;
  onChoose(gender: Gender): void;
}) {
  return (
    <fieldset className="field">
      <legend>Voice type</legend>
      <div className="segments">
        {TYPES.map((type) => (
          <label key={type.gender} className="segment" data-chosen={type.gender === gender}>
            <input
              type="radio"
              name="voice-type"
              checked={type.gender === gender}
              onChange={() => onChoose(type.gender)}
            />
            {type.words}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
