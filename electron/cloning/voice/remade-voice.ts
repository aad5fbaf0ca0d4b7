import type { PastClone, Voice } from './voice.ts';

/** Whether nothing about this voice changes any more by itself. */
export function isAtRest({ state }: Pick<Voice, 'state'>): boolean {
  return state.status === 'completed' || state.status === 'failed' || state.status === 'gone';
}

/**
 * The old voice made anew: id, name, age and a person's own words stay; what it is made of and where comes from `fresh`;
 * what it was goes into the history, from where it is deleted with the rest one day.
 */
export function remade(old: Voice, fresh: Voice, why: PastClone['why']): Voice {
  const { id, name, createdAt, tags, note, speed, pronunciations } = old;
  const groupId = fresh.groupId ?? old.groupId;
  return {
    ...fresh,
    ...{ id, name, createdAt },
    ...(tags !== undefined && { tags }),
    ...(note !== undefined && { note }),
    ...(speed !== undefined && { speed }),
    ...(pronunciations !== undefined && { pronunciations }),
    ...(groupId !== undefined && { groupId }),
    history: [...(old.history ?? []), pastOf(old, { why, until: fresh.createdAt })],
  };
}

function pastOf(voice: Voice, end: Pick<PastClone, 'why' | 'until'>): PastClone {
  const { server, model, takeIds, parts, state } = voice;
  const remoteId = 'remoteId' in state ? state.remoteId : undefined;
  return {
    ...{ ...end, server, model, takeIds },
    ...(parts !== undefined && { parts }),
    ...(remoteId !== undefined && { remoteId }),
  };
}
