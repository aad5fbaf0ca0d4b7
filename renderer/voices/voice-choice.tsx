import { useCallback } from 'react';
import { findVoices } from '../../electron/cloning/voice/find-voices.ts';
import type { Voice } from '../../electron/cloning/voice/voice.ts';
import type { Option } from '../parts/choice.tsx';
import { SearchChoice } from '../parts/search-choice.tsx';

interface VoiceChoiceProps {
  readonly id?: string;
  readonly label?: string;
  /** In the order they are offered in. */
  readonly voices: readonly Voice[];
  readonly value: string | null;
  readonly placeholder: string;
  readonly disabled?: boolean;
  /** What stands beside a voice, and why one cannot be chosen. */
  readonly optionOf?: (voice: Voice) => Option;
  onChoose(voiceId: string): void;
}

const plainOption = ({ id, name }: Voice): Option => ({ value: id, words: name });

/** One of the voices, found by typing: name, tag, note or language. */
export function VoiceChoice({ voices, optionOf = plainOption, ...rest }: VoiceChoiceProps) {
  const options = useCallback(
    (typed: string) => findVoices(voices, { typed, tag: null }).map(optionOf),
    [voices, optionOf],
  );
  const chosen = voices.find(({ id }) => id === rest.value);
  return <SearchChoice {...rest} chosen={chosen?.name ?? null} options={options} />;
}
