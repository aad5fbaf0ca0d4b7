/** What an exported file says about its sound. */
export interface SpeechMark {
  /** The voice's name; several, where several speak. */
  readonly voices: readonly string[];
  /** Names of the stock voices that spoke in their place: no clone of anybody. */
  readonly stock: readonly string[];
  /** When the speech was made, milliseconds since 1970. */
  readonly createdAt: number;
  readonly title: string;
  /** Some of it, or all, is a real recording and no speech that was made. */
  readonly recordings?: 'some' | 'all';
}

const TERMS = 'http://cv.iptc.org/newscodes/digitalsourcetype/';

/**
 * The IPTC term for where the sound comes from. Cloned and stock voices alike are models trained on recordings of
 * people, so `trainedAlgorithmicMedia`, whose definition is that; `algorithmicMedia` is for what no recording was used
 * for. Speech put together with a real recording is the composite of the two; a real recording alone is captured.
 */
export function digitalSourceType({ recordings }: SpeechMark): string {
  if (recordings === 'all') return `${TERMS}digitalCapture`;
  return TERMS + (recordings ? 'compositeWithTrainedAlgorithmicMedia' : 'trainedAlgorithmicMedia');
}

/** Whether it was made by a model, for tags of one word. */
export function isGenerated({ recordings }: SpeechMark): 'yes' | 'in parts' | 'no' {
  return recordings === undefined ? 'yes' : recordings === 'some' ? 'in parts' : 'no';
}

/** The same in words, for players and people; the year-month-day in the time zone of UTC. */
export function markComment(mark: SpeechMark): string {
  const date = new Date(mark.createdAt).toISOString().slice(0, 10);
  const [voices, term] = [mark.voices.join(', '), digitalSourceType(mark)];
  if (mark.recordings === 'all')
    return `A real recording, not AI-generated. Voice: ${voices}. Cut with Timbre on ${date}. DigitalSourceType: ${term}`;
  const stock =
    mark.stock.length > 0 ? ` Spoken by a stock voice (${mark.stock.join(', ')}), not by a clone.` : '';
  const mixed = mark.recordings ? ' Parts are a real recording.' : '';
  return `AI-generated speech. Voice: ${voices}. Made with Timbre on ${date}.${stock}${mixed} DigitalSourceType: ${term}`;
}

/**
 * An XMP packet (ISO 16684-1) with the IPTC Extension's property, as Adobe's part 3 puts into WAV, MP3 and MP4 alike; it
 * is what a program looks for that asks whether a file was generated.
 */
export function markXmp(mark: SpeechMark): string {
  const date = new Date(mark.createdAt).toISOString();
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
    ' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">',
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${inXml(mark.title)}</rdf:li></rdf:Alt></dc:title>`,
    `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${inXml(markComment(mark))}</rdf:li></rdf:Alt></dc:description>`,
    `<dc:creator><rdf:Seq>${mark.voices.map((voice) => `<rdf:li>${inXml(voice)}</rdf:li>`).join('')}</rdf:Seq></dc:creator>`,
    `<xmp:CreateDate>${date}</xmp:CreateDate><xmp:CreatorTool>Timbre</xmp:CreatorTool>`,
    `<Iptc4xmpExt:DigitalSourceType>${digitalSourceType(mark)}</Iptc4xmpExt:DigitalSourceType>`,
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>',
  ].join('');
}

/** Text for XML: its marks as entities, without the characters XML 1.0 cannot hold. */
export function inXml(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}|[\p{Cs}\ufffe\uffff]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
