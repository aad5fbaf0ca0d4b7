import { Mic, Square } from 'lucide-react';

interface RecordButtonProps {
  readonly recording: boolean;
  readonly disabled: boolean;
  onPress(): void;
}

/** The round red button. */
export function RecordButton({ recording, disabled, onPress }: RecordButtonProps) {
  return (
    <button
      type="button"
      className="record-button"
      data-record=""
      aria-label={recording ? 'Stop recording' : 'Start recording'}
      title={recording ? 'Stop (Space)' : 'Record (Space)'}
      disabled={disabled}
      onClick={onPress}
    >
      {recording ? (
        <Square size={26} fill="currentColor" aria-hidden="true" />
      ) : (
        <Mic size={30} aria-hidden="true" />
      )}
    </button>
  );
}
