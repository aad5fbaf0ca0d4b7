import { z } from 'zod';
import type { KnownCall, PaidCall, Reading } from '../cloning/account/paid-call.ts';
import type { Voice } from '../cloning/voice/voice.ts';
import type { Job } from '../jobs/job.ts';
import type { SpeechInput } from './speech-parts.ts';

/** What stands on disk before a paid call. `since`: of the reading of the credits before it; absent in notes of before. */
const askingSchema = z.object({
  at: z.number(),
  coins: z.number().nullable(),
  since: z.number().exactOptional(),
});
export type Asking = z.infer<typeof askingSchema>;

const inputSchema = z.object({
  text: z.string(),
  sent: z.string().exactOptional(),
  speed: z.number(),
  voiceId: z.string(),
  server: z.string(),
  line: z.object({ batchId: z.string(), lineId: z.string() }).exactOptional(),
});

/** The note `asking`; undefined where no paid call was begun, or its end is known. */
export function askingOf(notes: Job['notes']): Asking | undefined {
  return askingSchema.safeParse(notes['asking']).data;
}

/** The reading of the credits that an asking stands on. */
export function readingOf({ at, coins, since = at }: Asking): Reading {
  return { at: since, coins };
}

/** A speech job as the account sees it. */
export function paidCallOf({
  id,
  input: { text, sent = text, speed, line },
  model,
}: {
  readonly id: string;
  readonly input: Pick<SpeechInput, 'text' | 'sent' | 'speed' | 'line'>;
  readonly model: string;
}): PaidCall {
  return { id, model, speed, characters: sent.length, ...(line && { batchId: line.batchId }) };
}

/**
 * The paid calls that earlier processes made on a server, as the jobs remember them: those that were answered, and those
 * of which it is not known. One about which a person has to decide is not among them.
 */
export function knownCalls(
  jobs: readonly Job[],
  { server, voice }: { readonly server: string; readonly voice: (id: string) => Voice | undefined },
): readonly KnownCall[] {
  return jobs.flatMap(({ id, kind, notes, input, state }) => {
    const asking = kind === 'speak' ? askingOf(notes) : undefined;
    const end = notes['spoken'] ? 'answered' : 'unclear';
    if (!asking || (end === 'unclear' && state.status === 'failed')) return [];
    const { data } = inputSchema.safeParse(input);
    if (data?.server !== server) return [];
    const call = paidCallOf({ id, input: data, model: voice(data.voiceId)?.model ?? '' });
    return [{ ...call, at: asking.at, reading: readingOf(asking), end }];
  });
}
