import type { CheckId } from './report.ts';

interface Words {
  readonly pass: string;
  /** The value is too low, or too high. */
  readonly low: string;
  readonly high: string;
  /** It could not be measured. */
  readonly unknown: string;
}

const NO_SPEECH = 'This could not be measured: no speech was heard.';
const TOO_SHORT = 'This could not be measured: there is too little speech.';

/** What the person is told. Short, second person, no jargon: how it is, then what to do. */
export const ADVICE: { readonly [C in CheckId]: Words } = {
  duration: {
    pass: 'Long enough.',
    low: 'Too short. Read on for a while.',
    high: 'Longer than this model takes. Choose the best part.',
    unknown: 'No speech was heard. Record again.',
  },
  level: {
    pass: 'Your voice has a good level.',
    low: 'Your voice is quiet. Come closer to the microphone, or turn its level up.',
    high: 'Your voice is very loud. Move back a little, or turn the level down.',
    unknown: 'No voice was heard. Check the microphone.',
  },
  loudness: {
    pass: 'The loudness is right.',
    low: 'The recording is quiet. Come closer to the microphone, or turn its level up.',
    high: 'The recording is very loud. Turn the level down.',
    unknown: 'The recording is too quiet or too short to tell its loudness.',
  },
  peak: {
    pass: 'The loudest moment has room to spare.',
    low: 'Even the loudest moment is quiet.',
    high: 'The loudest moment touches the limit. Turn the level down a little.',
    unknown: 'There is no sound.',
  },
  clipping: {
    pass: 'Nothing is cut off.',
    low: 'Nothing is cut off.',
    high: 'Loud moments are cut off and sound harsh. Move back or turn the level down, then record again.',
    unknown: 'There is no sound.',
  },
  noise: {
    pass: 'The background is quiet.',
    low: 'There is noise in the background. Close windows, switch off fans, come closer to the microphone.',
    high: 'The background is quiet.',
    unknown: NO_SPEECH,
  },
  hum: {
    pass: 'No hum.',
    low: 'No hum.',
    high: 'There is a hum from the mains. Move away from chargers and lamps, or try another cable or socket.',
    unknown: 'No hum.',
  },
  silence: {
    pass: 'The pauses are short.',
    low: 'The pauses are short.',
    high: 'There is a long pause. Cut it out, or read on without a break.',
    unknown: NO_SPEECH,
  },
  evenness: {
    pass: 'You speak evenly.',
    low: 'You speak evenly.',
    high: 'Your voice is louder in some places than in others. Keep the same distance to the microphone.',
    unknown: TOO_SHORT,
  },
  bandwidth: {
    pass: 'The sound is full.',
    low: 'The sound lacks its high tones, as over a telephone or a wireless headset. Try another microphone.',
    high: 'The sound is full.',
    unknown: NO_SPEECH,
  },
  speakers: {
    pass: 'One voice.',
    low: 'One voice.',
    high: 'It sounds as if more than one person speaks. Keep only the voice you want.',
    unknown: TOO_SHORT,
  },
  echo: {
    pass: 'The room is dry enough.',
    low: 'The room is dry enough.',
    high: 'The room echoes. Come closer to the microphone, or record where there are curtains, carpets or clothes.',
    unknown: TOO_SHORT,
  },
};
