import type { RecorderState } from '../../audio/recorder.ts';

/** The line in the ring: what is under way, else how far the sample is. */
export function ringWords(is: RecorderState['is'], reach: string): string {
  switch (is) {
    case 'asking':
      return 'asking for the microphone';
    case 'counting':
      return 'get ready';
    case 'starting':
      return 'starting';
    case 'paused':
      return 'paused';
    case 'stopping':
      return 'keeping it';
    default:
      return reach;
  }
}

/** What the seconds are, and how they were told from pauses. */
export function detectorWords(by: 'silero' | 'gate' | null): {
  readonly words: string;
  readonly title: string;
} {
  if (by === 'gate')
    return {
      words: 'seconds of speech, by level',
      title: 'Told from pauses by level alone: the speech detector is not available.',
    };
  return { words: 'seconds of speech', title: 'Seconds in which somebody speaks; pauses do not count.' };
}
