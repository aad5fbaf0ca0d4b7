import { describe, expect, test } from 'vitest';
import { classifyLanguage, wordNotLatin } from '../../electron/local-server/text-language.ts';

describe('English text passes', () => {
  test.each([
    ['plain', 'This is a plain sentence and nothing else is in it.'],
    ['foreign names', 'Ludwig van Beethoven met Johann Wolfgang von Goethe in the spa town of Teplitz.'],
    ['Spanish places', 'We drove from Los Angeles to San Luis Obispo and on to Santa Cruz de la Mar.'],
    ['a list of foreign names', 'Jean de La Fontaine, Maria da Silva, Juan de la Cruz, Vincent van Gogh.'],
    ['French food', 'I ordered the soupe à l’oignon, a croque-monsieur and the crème brûlée de la maison.'],
    ['a foreign quotation', 'She said “c’est la vie” and left the room without another word to him.'],
    ['a Latin phrase', 'The motto of the city is pax et bonum, and it is carved over every door.'],
    ['technical words', 'Press Ctrl Shift P, type format document, hit Enter; see docs for more options.'],
    ['numbers', 'One two three four five six seven eight nine ten eleven twelve.'],
    ['names of dishes', 'Menu today: pizza, pasta, risotto, gelato, espresso, tiramisu.'],
    [
      'a headline without small words',
      'Global markets rally after central bank signals lower interest rates',
    ],
    ['a poem', 'O my Luve is like a red, red rose that’s newly sprung in June.'],
    ['German shared words', 'The man was in a war and he had his hat on, so die hard fans am I.'],
    ['a short foreign title', 'Il gattopardo, una storia'],
    ['nothing at all', ''],
    [
      'an address',
      'Via Roma 12, Milan; Rue de Rivoli 5, Paris; Calle Mayor 3, Madrid, all for the post office.',
    ],
  ])('%s', (_name, text) => {
    expect(classifyLanguage(text)).toBe('en');
  });
});

describe('clear text of another language is told', () => {
  test.each([
    ['de', 'Guten Tag, mein Name ist Anna und ich wohne seit drei Jahren in Berlin.'],
    ['de', 'Heute ist das Wetter sehr schön, aber morgen wird es wieder regnen.'],
    ['fr', 'Bonjour, je m’appelle Marie et j’habite dans une petite ville avec mon frère.'],
    ['fr', 'Les enfants sont dans le jardin et ils jouent avec leur chien.'],
    ['es', 'Hola, me llamo Juan y vivo en una casa muy grande con mi familia.'],
    ['es', 'El perro de mi hermano está en el jardín porque hace sol.'],
    ['it', 'Buongiorno, mi chiamo Giulia e sono di Roma, ma lavoro in una scuola del nord.'],
    ['it', 'Oggi il tempo è molto bello e i bambini sono nel parco con gli amici.'],
    ['pt', 'Olá, meu nome é Pedro e eu moro em uma casa muito grande com a minha família.'],
    ['pt', 'Hoje não está chovendo e as crianças são muito felizes no parque.'],
    ['nl', 'Goedemorgen, ik ben Jan en ik woon met mijn vrouw in een klein huis.'],
    ['nl', 'Het weer is vandaag niet goed, maar morgen wordt het beter.'],
    ['pl', 'Dzień dobry, nazywam się Anna i mieszkam w małym domu z moją rodziną.'],
    ['sv', 'Jag heter Erik och jag bor i ett litet hus med min familj, det är bra.'],
    ['tr', 'Merhaba, ben bir öğretmenim ve bu şehir çok güzel, ama hava bugün soğuk.'],
    ['id', 'Saya tinggal di rumah yang kecil dengan keluarga dan ini tidak jauh dari kota.'],
    ['ru', 'Привет, мир'],
    ['uk', 'Її ім’я — Їжачок, і він їсть яблука'],
    ['zh', '你好,世界'],
    ['ja', 'こんにちは世界'],
    ['ko', '안녕하세요'],
    ['ar', 'مرحبا بالعالم'],
    ['el', 'Γειά σου Κόσμε'],
    ['hi', 'नमस्ते दुनिया'],
    ['und', 'გამარჯობა'],
  ])('%s: %s', (code, text) => {
    expect(classifyLanguage(text)).toBe(code);
  });
});

describe('a word in other letters', () => {
  test.each([
    ['is found among Latin ones', 'The word λόγος means reason.', 'λόγος'],
    ['may be one letter: a sign in a formula', 'The number π is greater than 3.', undefined],
    ['is not one with accents', 'Łódź, Đà Nẵng, Ærø and naïve', undefined],
    ['is not an emoji or a digit', '🙂 12 ½ €', undefined],
  ])('%s', (_name, text, word) => {
    expect(wordNotLatin(text)).toBe(word);
  });
});
