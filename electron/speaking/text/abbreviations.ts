/**
 * Abbreviations that a name or a number follows, so that their full stop ends no sentence; in lower case, without the
 * last stop. What may as well end a sentence (etc., Inc., usw.) is not here: before a small letter no sentence ends
 * anyway.
 */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  en: 'mr mrs ms mx dr prof rev hon st mt ft gen col capt lt sgt maj cmdr adm gov sen rep pres supt vs e.g i.e cf viz no nos vol ch fig figs sec ed eds p pp op al approx est dept jan feb mar apr jun jul aug sep sept oct nov dec',
  de: 'hr hrn fr dr prof dipl ing st nr bd abb abs art bzgl bzw ca d.h d.i evtl geb ggf i.d.r inkl jh kap lfd mio mrd s sog tel u.a u.u v.a vgl z.b z.t zzgl str jan feb apr aug sept okt nov dez z d u i v',
  fr: 'm mm mme mmes mlle mlles dr pr me st ste p pp n no nos art chap fig vol éd p.ex cf env janv févr avr juil sept oct nov déc',
  es: 'sr sra sres srta d dª dr dra prof lic ing ud uds vd n núm nº pág págs art cap fig vol p pp p.ej av avda cf gral',
  it: 'sig sigg sig.ra dott dott.ssa prof prof.ssa avv ing geom rag on p pp pag n nn art cap fig vol cfr es ecc p.es s ss',
  pt: 'sr sra srs dr dra prof profa eng exmo exma d n nº pág págs art cap fig vol p pp p.ex av cf',
  nl: 'dhr mevr mw dr drs ir ing mr prof st nr blz p pp art fig bijv bv d.w.z o.a m.b.t t.a.v vgl ca',
  pl: 'p pan prof dr hab inż mgr ks św ul al pl nr np tj tzn tzw m.in ok str t w r im płk gen kpt',
  ru: 'г гг г-н г-жа д-р проф акад ул пр д кв стр с рис табл гл т.е т.к т.н т.д напр см ср им св тов',
  sv: 'dr prof st nr s t.ex bl.a d.v.s s.k fr.o.m t.o.m ca jfr kap fig',
  cs: 'p pan dr prof ing mgr bc sv č čís str s tj tzv např mj kap obr ul nám',
  tr: 'dr prof doç yrd av sn bkz no s sf cad sok mah apt vb örn',
};

/** Languages that write an ordinal as a number and a stop: am 3. Oktober. */
const ORDINAL_STOP = new Set([
  'de',
  'da',
  'nb',
  'nn',
  'no',
  'fi',
  'cs',
  'sk',
  'pl',
  'hu',
  'sl',
  'hr',
  'et',
  'lv',
  'tr',
]);

/** These stand before a number, and are words or ends of sentences elsewhere: No. 5, but “No.” */
const BEFORE_NUMBER = new Set(
  'no nos nr nº n nn p pp pág págs pag s str стр art fig figs ch sec vol op bd abb abs blz cap kap rys рис t'.split(
    ' ',
  ),
);

const sets = new Map<string, ReadonlySet<string>>();

/**
 * Whether a word that a full stop follows is an abbreviation of this language before what `next` begins with. Where the
 * language is not known (`und`), English ones count, those with a stop inside, and those of three languages or more.
 */
export function isAbbreviation(word: string, next: string, language: string): boolean {
  const lower = word.toLowerCase();
  if (!abbreviationsOf(language).has(lower)) return false;
  return !BEFORE_NUMBER.has(lower) || /^\p{P}*\p{N}/u.test(next);
}

function abbreviationsOf(language: string): ReadonlySet<string> {
  const there = sets.get(language);
  if (there) return there;
  const list = language === 'und' ? shared() : wordsOf(language);
  const set = new Set(list);
  sets.set(language, set);
  return set;
}

function shared(): readonly string[] {
  const lists = Object.keys(ABBREVIATIONS).map(wordsOf);
  const isShared = (word: string) =>
    word.includes('.') || lists.filter((list) => list.includes(word)).length > 2;
  return [...wordsOf('en'), ...lists.flat().filter(isShared)];
}

function wordsOf(language: string): readonly string[] {
  return (ABBREVIATIONS[language] ?? '').split(' ').filter(Boolean);
}

/** Whether a number of one or two digits and a stop may go on with a capital letter in this language. */
export function writesOrdinalsWithStop(language: string): boolean {
  return language === 'und' || ORDINAL_STOP.has(language);
}
