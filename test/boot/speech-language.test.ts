import { describe, expect, it, test } from 'vitest';
import { languageDoubts } from '../../electron/boot/speech-language.ts';
import type { Connect } from '../../electron/cloning/server.ts';
import { fail, ok } from '../../electron/result.ts';
import { fitsLanguage } from '../../electron/speaking/text/language-fit.ts';
import { newVoice } from '../cloning/clone-world.ts';
import { FakeServer } from '../cloning/fake-a2e.ts';
import { freeTill } from '../cloning/test-till.ts';

const FRENCH =
  "Je suis né dans une petite ville où il n'y avait pas de gare, et nous avons vécu avec ma mère.";
const SPANISH = 'Nací en un pueblo de la costa y mi madre no tenía mucho, pero los días eran muy largos.';
const ENGLISH =
  'I was born in a small town by the sea, and there was nothing to do but to wait for the ships.';
const RUSSIAN = 'Я родился в маленьком городе у моря, и там нечего было делать.';
const JAPANESE = '私は海のそばの小さな町で生まれました。';

/** Asks with a voice of this language; the server answers as told, and what it was asked is written down. */
async function doubts(text: string, language: string, server: string | 'silent' | 'offline' = 'und') {
  const asked: string[] = [];
  const ada = newVoice({ id: 'ada', name: 'Ada', language });
  const connect: Connect = async () => {
    if (server === 'offline') return fail('server-not-set');
    const client = new FakeServer({ now: Date.now }).client();
    return ok({
      ...{ server: 'local', textLimit: 1000, till: freeTill() },
      client: {
        ...client,
        async detectLanguage(words) {
          asked.push(words);
          return server === 'silent' ? fail('timeout') : ok(server);
        },
      },
    });
  };
  const found = await languageDoubts({ voice: ada, rows: [{ text }] }, { voices: [ada], connect });
  return { looks: found.map(({ looks }) => looks), asked };
}

describe('a text for a voice of another language', () => {
  it.each([
    [FRENCH, 'en', ['fr']],
    [SPANISH, 'fr', ['es']],
    [RUSSIAN, 'en', ['ru']],
    [JAPANESE, 'en', ['ja']],
    [JAPANESE, 'zh', ['ja']],
    [FRENCH, 'fr', []],
    [ENGLISH, 'en', []],
    [RUSSIAN, 'bg', []],
    ['東京都', 'ja', []],
    ['Café Müller', 'en', []],
  ])('“%s” for one of %s: doubted %j, and no server is asked', async (text, language, looks) => {
    expect(await doubts(text, language)).toEqual({ looks, asked: [] });
  });

  it.each([
    ['en', ['en']],
    ['de', []],
    ['und', []],
    ['silent', []],
    ['offline', []],
  ])('that its words leave open is what the server says it is: %s', async (server, looks) => {
    expect((await doubts(ENGLISH, 'de', server)).looks).toEqual(looks);
  });

  it('that nobody can tell is what the document says it is', async () => {
    const voice = newVoice({ language: 'de' });
    const parts = { voices: [voice], connect: (async () => fail('server-not-set')) as Connect };
    const rows = [{ text: ENGLISH }];
    expect(await languageDoubts({ voice, rows, said: 'en-GB' }, parts)).toMatchObject([{ looks: 'en-GB' }]);
    expect(await languageDoubts({ voice, rows, said: 'de' }, parts)).toEqual([]);
  });

  it('is not judged where it is only a name', async () => {
    expect(await doubts('New York City', 'de', 'en')).toEqual({ looks: [], asked: [] });
  });
});

describe('a table with voices', () => {
  it('is looked at for each of them', async () => {
    const [ada, luc] = [
      newVoice({ id: 'ada', name: 'Ada', language: 'en' }),
      newVoice({ id: 'luc', name: 'Luc', language: 'fr' }),
    ];
    const connect: Connect = async () => fail('server-not-set');
    const rows = [{ text: FRENCH, voice: 'luc' }, { text: FRENCH }, { text: ENGLISH, voice: 'Nobody' }];
    expect(
      await languageDoubts({ voice: ada, rows: rows.slice(0, 1) }, { voices: [ada, luc], connect }),
    ).toEqual([]);
    expect(
      await languageDoubts({ voice: ada, rows: rows.slice(0, 2) }, { voices: [ada, luc], connect }),
    ).toEqual([{ voiceId: 'ada', looks: 'fr' }]);
  });
});

test.each([
  ['en', 'en-GB', true],
  ['pt-BR', 'pt', true],
  ['und', 'ja', true],
  ['zh', 'ja', true],
  ['ja', 'zh', false],
  ['ru', 'uk', false],
  ['da', 'no', true],
  ['fr', 'en', false],
])('%s for a voice of %s fits: %s', (looks, spoken, fits) => {
  expect(fitsLanguage(looks, spoken)).toBe(fits);
});
