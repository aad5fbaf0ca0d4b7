import { fail, ok, type Result } from '../../result.ts';
import { ENGINES, speaksLanguage } from '../engines/engines.ts';
import { allowsVoice } from '../sample/consent.ts';
import { loadSample, partsOf } from '../sample/load-sample.ts';
import { type SamplePart, takesOf } from '../sample/sample.ts';
import { checkSample } from '../sample/sample-check.ts';
import type { NewVoice, VoiceMakerParts } from './new-voice.ts';
import type { Consent, Voice } from './voice.ts';

const LONGEST_NAME = 100;

/** Whether a voice of this server that has not failed bears the name already (case does not matter). */
export function isNameTaken(
  voices: readonly Voice[],
  wanted: { name: string; server: string; id?: string },
): boolean {
  const name = wanted.name.trim().toLowerCase();
  return voices.some(
    (voice) =>
      voice.id !== wanted.id &&
      voice.server === wanted.server &&
      voice.state.status !== 'failed' &&
      voice.name.toLowerCase() === name,
  );
}

/** 1–100 characters. */
export function isName(name: string): boolean {
  return name.trim().length > 0 && name.trim().length <= LONGEST_NAME;
}

/** Everything that can be refused before anything is uploaded; answers what the voice is to be made of. */
export async function checkNewVoice(
  ask: NewVoice,
  parts: Pick<VoiceMakerParts, 'shelf' | 'source' | 'withoutConsent' | 'connect'>,
): Promise<Result<{ readonly sample: readonly SamplePart[]; readonly consent: Consent }>> {
  const takeIds = [...new Set(ask.takeIds)];
  const sample = parts.withoutConsent(partsOf({ ...ask, takeIds }, parts.source));
  const takes = takesOf(sample).flatMap((id) => parts.source.take(id) ?? []);
  if (!allowsVoice(ask.consent, takes)) return fail('consent-missing');
  if (!isName(ask.name)) return fail('name-missing');
  if (isNameTaken(parts.shelf.list(), { ...ask, ...ask.replaces })) return fail('voice-name-taken');
  const connection = await parts.connect(ask.server);
  if (!connection.ok) return { ok: false, fault: { ...connection.fault, facts: { server: ask.server } } };
  const { languages } = connection.value;
  if (!speaksLanguage(ask.model, ask.language) || (languages && !languages.includes(ask.language)))
    return fail('language-unsupported', { facts: { language: ask.language } });
  const clips = await loadSample(sample, parts.source);
  if (!clips.ok) return clips;
  const checked = checkSample(
    clips.value.map(({ sound }) => sound),
    ENGINES[ask.model],
  );
  return checked.ok ? ok({ sample, consent: ask.consent }) : checked;
}
