/** An open microphone. */
export interface OpenDevice {
  /** As the system lists it; empty where it does not say. */
  readonly id: string;
  /** What the device calls itself. */
  readonly name: string;
  /** Hz. */
  readonly sampleRate: number;
  /** It hears like a telephone (a headset over Bluetooth): a voice made from it sounds dull. */
  readonly narrowBand: boolean;
}

/** Up to this rate there is nothing above 8 kHz, where much of a voice's character lies, in Hz. */
const NARROW_BAND_HZ = 16_000;
/** What systems call a headset's telephone side: Windows "Hands-Free AG Audio", PulseAudio and PipeWire "HSP/HFP". */
const HANDS_FREE = /hands-?free|\b(?:hfp|hsp)\b/i;

/** Whether a microphone hears like a telephone, by what its track says of it. */
export function isNarrowBand(track: {
  /** Hz, of the sound that comes. */
  readonly sampleRate: number;
  /** Hz, the most the device can. */
  readonly mostHz?: number | undefined;
  readonly label: string;
}): boolean {
  const { sampleRate, mostHz = sampleRate, label } = track;
  return Math.min(sampleRate, mostHz) <= NARROW_BAND_HZ || HANDS_FREE.test(label);
}

/** A microphone as the system lists it. */
export interface Microphone {
  readonly id: string;
  readonly name: string;
  /** The same for all parts of one device; another after it was plugged in anew on some systems. */
  readonly groupId?: string;
}

/** The microphone a person chose, as it is remembered; each part null where it is not known. */
export interface RememberedMicrophone {
  readonly microphoneId: string | null;
  readonly microphoneName: string | null;
  readonly microphoneGroup: string | null;
}

/**
 * The remembered microphone among those there are: by its id, else (plugged in elsewhere it may have another) by name
 * and device, else by name where only one has it. Undefined where it is not there.
 */
export function findMicrophone(
  there: readonly Microphone[],
  { microphoneId, microphoneName, microphoneGroup }: RememberedMicrophone,
): Microphone | undefined {
  const byId = there.find(({ id }) => id !== '' && id === microphoneId);
  if (byId || microphoneId === null || microphoneName === null) return byId;
  const named = there.filter(({ name }) => name === microphoneName);
  return (
    named.find(({ groupId }) => groupId === microphoneGroup) ?? (named.length === 1 ? named[0] : undefined)
  );
}
