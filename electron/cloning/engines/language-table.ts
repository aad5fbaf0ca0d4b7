/** A language as a person may name it. */
export interface Language {
  /** ISO 639-1, such as `en`; `yue`, which has none, by 639-3. What A2E is told. */
  readonly code: string;
  /** ISO 639-3, the macrolanguage where A2E means one (`zho`, `ara`). */
  readonly iso3: string;
  readonly name: string;
  /** In the language itself. */
  readonly own: string;
  /** The usual region (ISO 3166): A2E wants one with every clone that speaks [doc]. */
  readonly region: string;
  /** Other names, lower case. */
  readonly aliases: readonly string[];
}

/** Every language that A2E names for one of its models [doc], by name. */
export const LANGUAGES: readonly Language[] = [
  row('ar ara SA', 'Arabic', 'العربية', 'msa'),
  row('yue yue HK', 'Cantonese', '粵語', 'yue chinese, 广东话, 廣東話, zh-hk, zh-yue'),
  row('zh zho CN', 'Chinese', '中文', 'mandarin, cmn, putonghua, 普通话, 國語, chi'),
  row('cs ces CZ', 'Czech', 'Čeština', 'cze'),
  row('nl nld NL', 'Dutch', 'Nederlands', 'flemish, vlaams, dut'),
  row('en eng US', 'English', 'English', ''),
  row('fi fin FI', 'Finnish', 'Suomi', ''),
  row('fr fra FR', 'French', 'Français', 'fre'),
  row('de deu DE', 'German', 'Deutsch', 'ger'),
  row('el ell GR', 'Greek', 'Ελληνικά', 'gre'),
  row('hi hin IN', 'Hindi', 'हिन्दी', ''),
  row('id ind ID', 'Indonesian', 'Bahasa Indonesia', 'in'),
  row('it ita IT', 'Italian', 'Italiano', ''),
  row('ja jpn JP', 'Japanese', '日本語', ''),
  row('ko kor KR', 'Korean', '한국어', ''),
  row('pl pol PL', 'Polish', 'Polski', ''),
  row('pt por BR', 'Portuguese', 'Português', 'brazilian'),
  row('ro ron RO', 'Romanian', 'Română', 'rum, moldovan'),
  row('ru rus RU', 'Russian', 'Русский', ''),
  row('es spa ES', 'Spanish', 'Español', 'castellano, castilian'),
  row('sv swe SE', 'Swedish', 'Svenska', ''),
  row('th tha TH', 'Thai', 'ไทย', ''),
  row('tr tur TR', 'Turkish', 'Türkçe', ''),
  row('uk ukr UA', 'Ukrainian', 'Українська', ''),
  row('vi vie VN', 'Vietnamese', 'Tiếng Việt', ''),
];

/** Regions by the word a person uses; other regions go by their code. */
export const REGION_WORDS: Readonly<Record<string, { readonly short: string; readonly long: string }>> = {
  US: { short: 'US', long: 'American' },
  GB: { short: 'UK', long: 'British' },
  AU: { short: 'Australia', long: 'Australian' },
  CA: { short: 'Canada', long: 'Canadian' },
  FR: { short: 'France', long: 'European' },
  BR: { short: 'Brazil', long: 'Brazilian' },
  PT: { short: 'Portugal', long: 'European' },
  ES: { short: 'Spain', long: 'European' },
  MX: { short: 'Mexico', long: 'Mexican' },
};

function row(codes: string, name: string, own: string, aliases: string): Language {
  const [code = '', iso3 = '', region = ''] = codes.split(' ');
  return { code, iso3, name, own, region, aliases: aliases === '' ? [] : aliases.split(', ') };
}
