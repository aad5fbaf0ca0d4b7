import { z } from 'zod';
import { answered } from './answer.ts';
import type { AvatarCalls } from './avatars.ts';
import type { Copies } from './copies.ts';
import { languageList, primaryLanguage, SPOKEN_LANGUAGES } from './languages.ts';
import type { Purse } from './purse.ts';
import { parseBody } from './request-body.ts';
import type { Route } from './router.ts';
import type { SpeechCalls } from './speech.ts';
import { stockVoiceGroups } from './stock-voices.ts';
import { classifyLanguage } from './text-language.ts';
import type { Uploads } from './uploads.ts';
import type { VoiceCalls } from './voices.ts';

const API = '/api/v1';

/** Everything this server answers: A2E's paths, and the addresses of uploads and files, which need no token. */
export function makeRoutes({
  uploads,
  voices,
  speech,
  purse,
  copies,
  avatars,
}: {
  uploads: Uploads;
  voices: VoiceCalls;
  speech: SpeechCalls;
  purse: Purse;
  copies: Copies;
  avatars: AvatarCalls;
}): readonly Route[] {
  const get = ['GET'];
  const post = ['POST'];
  return [
    // Clients know the upload call by either name.
    { methods: post, path: `${API}/r2/upload-presigned-url`, json: ({ body }) => uploads.presign(body) },
    { methods: post, path: `${API}/r2/get_upload_presigned_url`, json: ({ body }) => uploads.presign(body) },
    { methods: ['PUT'], path: '/upload/*', raw: uploads.store },
    { methods: ['GET', 'HEAD'], path: '/files/samples/*', raw: uploads.serve },
    { methods: ['GET', 'HEAD'], path: '/files/speech/*', raw: speech.serve },

    // The lists stand before `userVoice/*`, which would take their names for ids.
    { methods: post, path: `${API}/userVoice/training`, json: ({ body }) => voices.train(body) },
    { methods: get, path: `${API}/userVoice/completedRecord`, json: () => voices.completed() },
    { methods: get, path: `${API}/userVoice/processingRecord`, json: () => voices.unfinished() },
    { methods: get, path: `${API}/userVoice/*`, json: ({ rest }) => voices.one(rest) },
    { methods: ['DELETE'], path: `${API}/userVoice/*`, json: ({ rest }) => voices.remove(rest) },

    { methods: post, path: `${API}/video/send_tts`, json: (call) => speech.speak(call) },
    { methods: post, path: `${API}/video/lang_classify`, json: ({ body }) => classify(body) },
    { methods: get, path: `${API}/anchor/voice_list`, json: ({ query }) => listStockVoices(query) },
    { methods: ['GET', 'POST'], path: `${API}/anchor/language_list`, json: () => answered(languageList()) },
    { methods: get, path: `${API}/user/remainingCoins`, json: () => purse.tell() },
    { methods: post, path: `${API}/user/setCoins`, json: ({ body }) => purse.set(body) },
    { methods: post, path: `${API}/tos/transferToStorage`, json: ({ body }) => copies.copy(body) },
    { methods: post, path: `${API}/userVideoTwin/addVoiceClone`, json: ({ body }) => avatars.clone(body) },
    { methods: get, path: `${API}/userVideoTwin/pretendAvatars`, json: () => avatars.list() },
  ];
}

function classify(body: Record<string, unknown>) {
  const parsed = parseBody(z.object({ msg: z.string().max(3000) }), body);
  return 'refusal' in parsed ? parsed.refusal : answered(classifyLanguage(parsed.value.msg));
}

function listStockVoices(query: URLSearchParams) {
  const country = query.get('country');
  const spoken = !country || SPOKEN_LANGUAGES.includes(primaryLanguage(country));
  return answered(spoken ? stockVoiceGroups(query.get('region')) : []);
}
