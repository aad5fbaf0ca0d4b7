/** A short line of everyday speech in each language that A2E names: what a voice says to be heard. */
const PREVIEW_LINES: Readonly<Record<string, string>> = {
  ar: 'صباح الخير. هذا هو صوتي، وأنا سعيد بلقائك.',
  cs: 'Dobré ráno. Takhle zní můj hlas, když čtu nahlas.',
  de: 'Guten Morgen. So klingt meine Stimme, wenn ich etwas vorlese.',
  el: 'Καλημέρα. Έτσι ακούγεται η φωνή μου όταν διαβάζω δυνατά.',
  en: 'Good morning. This is how my voice sounds when I read aloud.',
  es: 'Buenos días. Así suena mi voz cuando leo en voz alta.',
  fi: 'Hyvää huomenta. Tältä ääneni kuulostaa, kun luen ääneen.',
  fr: 'Bonjour. Voilà comment sonne ma voix quand je lis à haute voix.',
  hi: 'नमस्ते। पढ़ते समय मेरी आवाज़ ऐसी लगती है।',
  id: 'Selamat pagi. Beginilah suara saya ketika membaca.',
  it: 'Buongiorno. Ecco come suona la mia voce quando leggo ad alta voce.',
  ja: 'おはようございます。私の声は、このように聞こえます。',
  ko: '안녕하세요. 제가 글을 읽으면 이런 목소리로 들립니다.',
  nl: 'Goedemorgen. Zo klinkt mijn stem als ik iets voorlees.',
  pl: 'Dzień dobry. Tak brzmi mój głos, kiedy czytam na głos.',
  pt: 'Bom dia. É assim que soa a minha voz quando leio em voz alta.',
  ro: 'Bună dimineața. Așa sună vocea mea când citesc cu voce tare.',
  ru: 'Доброе утро. Так звучит мой голос, когда я читаю вслух.',
  sv: 'God morgon. Så här låter min röst när jag läser högt.',
  th: 'สวัสดี นี่คือเสียงของฉันเวลาอ่านออกเสียง',
  tr: 'Günaydın. Yüksek sesle okuduğumda sesim böyle duyuluyor.',
  uk: 'Доброго ранку. Так звучить мій голос, коли я читаю вголос.',
  vi: 'Xin chào. Đây là giọng của tôi khi đọc thành tiếng.',
  yue: '早晨。我讀嘢嘅時候，把聲就係咁樣。',
  zh: '早上好。我朗读的时候，声音就是这样的。',
};

/** What a voice of this language says to be heard; in English where A2E names no such language. */
export function previewLine(language: string): string {
  return PREVIEW_LINES[language] ?? PREVIEW_LINES['en'] ?? '';
}

/**
 * What a voice says so that it counts as used: the date, in full, in its language. Short, and another every day, so that
 * no answer kept from yesterday is taken in its place. `now` in milliseconds since 1970.
 */
export function keepAliveLine(language: string, now: number): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full' }).format(now);
}
