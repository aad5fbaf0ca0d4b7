import { detectLanguage, listLanguages, listPublicVoices } from './catalogue.ts';
import type { A2eClient, A2eClientOptions } from './client.ts';
import { openConnection } from './connection.ts';
import { copyToStorage } from './copy-to-storage.ts';
import { readCredits } from './credits.ts';
import { download } from './download.ts';
import { preflight } from './preflight.ts';
import { speak } from './speech.ts';
import { upload } from './upload.ts';
import {
  cloneAvatarVoice,
  findBySample,
  findVoice,
  listRunning,
  listVoices,
  removeVoice,
  train,
} from './voices.ts';

/** A client of one A2E server. It keeps nothing but which forms of the calls the server knows. */
export function createA2eClient(options: A2eClientOptions): A2eClient {
  const connection = openConnection(options);
  return {
    baseUrl: options.baseUrl,
    upload: (sample, signal) => upload(connection, { sample, signal }),
    preflight: (url, byteLength, signal) => preflight(connection, { url, byteLength, signal }),
    train: (training, signal) => train(connection, training, signal),
    voice: (id, signal) => findVoice(connection, id, signal),
    voices: (signal) => listVoices(connection, signal),
    findBySample: (url, signal) => findBySample(connection, url, signal),
    speak: (speech, signal) => speak(connection, speech, signal),
    download: (url, signal) => download(connection, url, signal),
    removeVoice: (id, signal) => removeVoice(connection, id, signal),
    credits: (signal) => readCredits(connection, signal),
    running: (signal) => listRunning(connection, signal),
    publicVoices: (filter, signal) => listPublicVoices(connection, filter, signal),
    languages: (signal) => listLanguages(connection, signal),
    detectLanguage: (text, signal) => detectLanguage(connection, text, signal),
    copyToStorage: (url, signal) => copyToStorage(connection, url, signal),
    cloneAvatarVoice: (id, signal) => cloneAvatarVoice(connection, id, signal),
  };
}
