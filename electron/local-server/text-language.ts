/**
 * Which language a text is in, as far as needed to refuse what the English voices would mispronounce: by its script, or
 * by its most frequent small words. It speaks up only where the case is clear; what it cannot tell counts as English.
 */

/** Small words of each language that are no English words and stand in few of the other lists. */
const SMALL_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  de: list(
    'der das und ist ich nicht ein eine einen einem einer sie wir ihr mit für auf dem des sich auch wie nach bei aus sind wird haben aber oder wenn dass über noch kann nur mein meine sehr heute morgen schon zum zur vom im es zu von wo habe gibt',
  ),
  fr: list(
    "le la les des est et une je tu il elle nous vous ils pas que qui dans pour sur avec ce cette sont mais ou où mon ma mes très bien c'est j'ai n'est l'on d'un d'une qu'il aux du plus être fait comme tout nos votre aujourd'hui ça suis",
  ),
  es: list(
    'el la los las y es una un que de en por para con no se su al lo como más pero sus le ya o este está muy hay yo tú mi qué cuando también fue son del nosotros hoy todo esta tengo porque tiene',
  ),
  it: list(
    "il lo la gli le di che è e un una per non con sono mi si ho ha del della dei nel nella anche come più ma questo questa molto cosa tutto c'è l'ho dell'anno io tu noi oggi alla al",
  ),
  pt: list(
    'o os as um uma de que e do da em para com não se na no por mais dos das como mas ao ele ela foi são você eu muito está isso meu minha também já hoje nós à pelo',
  ),
  nl: list(
    'de het een en van ik niet dat die je op te zijn met voor er maar aan ook als bij naar uit hij zij wij wordt heeft deze dit nog wel geen kan mijn heel goed worden om is in vandaag',
  ),
  pl: list(
    'i w nie na się że jest z do to jak co ale po tak za od czy już tylko jego jej są przez być dla mnie bardzo może ten ta było dziś mam mój moja moją dzień dobry dziękuję tylko gdzie kiedy',
  ),
  sv: list(
    'och att det är en jag som på för av inte med den till ett har vi kan om var så mycket från eller men du han hon mig idag',
  ),
  da: list(
    'og at det er en jeg som på for af ikke med den til et har vi kan om var så meget fra eller men du han hun mig',
  ),
  cs: list(
    'a je se na že to v z s do jsem jak ale tak co by pro když jsou jako byl nebo jeho už není velmi dnes',
  ),
  tr: list('ve bir bu için de da ne çok ile ben sen o değil mi var gibi daha ama kadar olarak sonra bugün'),
  ro: list('și este în de la cu nu o un pe că pentru din care mai sunt ce am dar foarte sau astăzi'),
  id: list(
    'yang dan di ini itu tidak dengan untuk dari saya kamu akan pada ke adalah ada bisa juga sudah kami hari',
  ),
  fi: list('ja on ei se että en hän olen minä sinä mutta kun niin joka ovat oli mitä kuin tämä hyvin tänään'),
  vi: list('là và của không có một tôi được cho người này trong những với các đã bạn rất hôm nay'),
  hu: list('a az és hogy nem is egy van ez azt de csak én meg már nagyon volt vagy mint ma'),
};

const ENGLISH = list(
  "the a an and of to in is it i you he she we they that this was for on with as at by be are have had not but from or which his her my your our their me him them there what when all would will can could do did so if no up out about into than then who has been were one its it's don't i'm hello please thank good",
);

/** Spelled as English words are: they say nothing about the other language. */
const ALSO_ENGLISH = list(
  'a i an as at am is in on to me no do so he we my die the by or be for his her him man war was has had per pay come care hat dame mine hay met ten mi ma o e os co se si na po sue ha pro',
);

/** Stand in names as well (`de la Cruz`, `van Gogh`): they count, but prove nothing alone. */
const IN_NAMES = list(
  'de la le el en los las del des du da di do dos das der den von van un une y e con son et il lo al les zum sur',
);

const SCRIPTS: readonly (readonly [code: string, letters: RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['uk', /[іїєґІЇЄҐ]/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['th', /\p{Script=Thai}/gu],
];

/** Fewer words than this are never judged: a name or a title may be foreign. */
const LEAST_WORDS = 6;

function list(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/**
 * The first word of two letters or more that is not in Latin letters, or undefined. The voices would leave it out, and
 * speech with a word missing is not what was asked for.
 */
export function wordNotLatin(text: string): string | undefined {
  return text
    .normalize('NFC')
    .match(/[\p{L}\p{M}]+/gu)
    ?.find((word) => (word.match(/(?!\p{Script=Latin})\p{L}/gu)?.length ?? 0) >= 2);
}

/**
 * ISO 639-1 code of the language a text is clearly in, `en` where it is English or cannot be told. Other scripts are
 * told by their letters; Latin text of six words or more by its small words: at least three of another language, two
 * different ones of them such as stand in no name, a fifth of all words, and twice as many as English ones.
 */
export function classifyLanguage(text: string): string {
  return scriptLanguage(text) ?? latinLanguage(text) ?? 'en';
}

function scriptLanguage(text: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters === 0 || latin * 2 >= letters) return undefined;
  const found = SCRIPTS.find(([, pattern]) => (text.match(pattern)?.length ?? 0) * 20 >= letters);
  return found?.[0] ?? 'und';
}

function latinLanguage(text: string): string | undefined {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*/gu) ?? [];
  if (words.length < LEAST_WORDS) return undefined;
  const best = Object.entries(SMALL_WORDS)
    .map(([code, small]) => ({
      code,
      hits: words.filter((word) => small.has(word) && !ALSO_ENGLISH.has(word)),
    }))
    .map(({ code, hits }) => ({ code, hits: hits.length, proof: proofOf(hits) }))
    .sort((a, b) => b.hits - a.hits || b.proof - a.proof)[0];
  if (!best || best.hits < 3 || best.proof < 2) return undefined;
  const english = words.filter((word) => ENGLISH.has(word)).length;
  return best.hits * 5 >= words.length && best.hits >= english * 2 ? best.code : undefined;
}

/** How many different words of two letters or more there are that no name would hold. */
function proofOf(hits: readonly string[]): number {
  return new Set(hits.filter((word) => word.length > 1 && !IN_NAMES.has(word))).size;
}
