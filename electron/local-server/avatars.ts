import { z } from 'zod';
import { type Answer, answered, CODES, refused } from './answer.ts';
import { parseBody } from './request-body.ts';
import { refuseSynthesizer } from './speech.ts';
import { STOCK_VOICES, type StockVoice } from './stock-voices.ts';
import type { Synthesizer } from './synthesizer.ts';
import type { Uploads } from './uploads.ts';
import type { VoiceCalls } from './voices.ts';

/**
 * Videos of avatars that this computer pretends to have, so that cloning the voice of one can be tried: each is a stock
 * voice that reads a text. The last digit of an id is that of the voice.
 */
export const AVATARS = STOCK_VOICES.map((voice) => ({
  id: voice.ttsId.replace(/^f117e/, 'a7a7a'),
  name: `Pretend video of ${voice.label}`,
  voice,
}));

/** What is said in the video; some 17 s at the usual pace. */
const READING =
  'When the sunlight strikes raindrops in the air, they act as a prism and form a rainbow. The rainbow is a division of white light into many beautiful colors. These take the shape of a long round arch, with its path high above, and its two ends apparently beyond the horizon.';

const shape = z.object({ _id: z.string().min(1).max(100) });

export interface AvatarCallsOptions {
  readonly synthesizer: Synthesizer;
  readonly uploads: Pick<Uploads, 'keep'>;
  readonly voices: Pick<VoiceCalls, 'begin'>;
}

/** The calls about the pretend avatars. */
export interface AvatarCalls {
  /** `userVideoTwin/pretendAvatars`, this server's own call: `[{_id, name, stock_voice}]`. */
  list(): Answer;
  /** `userVideoTwin/addVoiceClone {_id}`: a voice made of what is said in the video; costs as a training does. */
  clone(body: Record<string, unknown>): Promise<Answer>;
}

/** Makes the calls over the synthesizer that speaks in the videos. */
export function makeAvatarCalls({ synthesizer, uploads, voices }: AvatarCallsOptions): AvatarCalls {
  const readAloud = ({ name }: StockVoice) => synthesizer.speak({ voice: name, text: READING, rate: 1 });
  return {
    list: () => answered(AVATARS.map(({ id, name, voice }) => ({ _id: id, name, stock_voice: voice.name }))),
    async clone(body) {
      const parsed = parseBody(shape, body);
      if ('refusal' in parsed) return parsed.refusal;
      const avatar = AVATARS.find(({ id }) => id === parsed.value._id);
      if (!avatar) return refused(404, 'There is no such avatar on this computer.');
      const spoken = await readAloud(avatar.voice);
      if (!spoken.ok) return refuseSynthesizer(spoken.fault);
      const sample = await uploads.keep(spoken.value, 'audio/wav');
      if (sample === undefined)
        return refused(500, 'The video’s sound could not be written to disk.', CODES.notWritten);
      const { gender, name: stockVoice } = avatar.voice;
      return voices.begin({
        ...{ name: avatar.name, urls: [sample], model: 'a2e', language: 'en', gender, stockVoice },
      });
    },
  };
}
