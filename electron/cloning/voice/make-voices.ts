import type { A2eModel } from '../../a2e/wire.ts';
import type { Result } from '../../result.ts';
import { ENGINES } from '../engines/engines.ts';
import type { Voice } from './voice.ts';
import type { NewVoice, VoiceMaker } from './voice-maker.ts';

/**
 * One sample to several engines at once: a voice each, named after its engine, in one group. Every one is checked before
 * the first is made, so that a pair that cannot be is refused while nothing was uploaded. Answers the first engine's.
 */
export async function makeVoices(
  ask: NewVoice,
  alsoModels: readonly A2eModel[],
  { maker, newId }: { maker: Pick<VoiceMaker, 'check' | 'make'>; newId: () => string },
): Promise<Result<Voice>> {
  const models = [...new Set([ask.model, ...alsoModels])];
  if (models.length === 1) return maker.make(ask);
  const groupId = newId();
  const asks = models.map((model) => ({ ...ask, model, groupId, name: nameWith(ask.name, model) }));
  for (const one of asks) {
    const checked = await maker.check(one);
    if (!checked.ok) return checked;
  }
  let first: Result<Voice> | undefined;
  for (const one of asks) {
    const made = await maker.make(one);
    if (!made.ok) return first?.ok ? first : made;
    first ??= made;
  }
  return first ?? maker.make(ask);
}

function nameWith(name: string, model: A2eModel): string {
  return name.trim() === '' ? '' : `${name.trim()} · ${ENGINES[model].name}`;
}
