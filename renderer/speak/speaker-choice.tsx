import { useCallback, useMemo } from 'react';
import type { Voice } from '../../electron/cloning/voice/voice.ts';
import { useMirror } from '../store.ts';
import { VoiceChoice } from '../voices/voice-choice.tsx';
import { speakerOption, speakersInOrder } from './speech-rules.ts';

interface SpeakerChoiceProps {
  readonly id?: string;
  /** Accessible name, where no `<label>` points at `id`. */
  readonly label?: string;
  readonly value: string | null;
  readonly placeholder?: string;
  onChoose(voiceId: string): void;
}

/** Who speaks: those that can first; of the others why they cannot. */
export function SpeakerChoice({ placeholder = 'Choose a voice', ...rest }: SpeakerChoiceProps) {
  const voices = useMirror((snapshot) => snapshot.voices);
  const servers = useMirror((snapshot) => snapshot.servers);
  const speakers = useMemo(() => speakersInOrder(voices, servers), [voices, servers]);
  const optionOf = useCallback((voice: Voice) => speakerOption(voice, servers), [servers]);
  const none = speakers.length === 0;
  return (
    <VoiceChoice
      {...rest}
      voices={speakers}
      optionOf={optionOf}
      placeholder={none ? 'No voice yet' : placeholder}
      disabled={none}
    />
  );
}
