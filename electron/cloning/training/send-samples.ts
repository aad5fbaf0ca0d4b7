import type { A2eClient, SampleBody } from '../../a2e/client.ts';
import type { JobDesk, Outcome } from '../../jobs/job.ts';
import type { KeptLinks } from '../kept-link.ts';
import { outcomeOf } from '../outcomes.ts';

const SAMPLE_TYPE = 'audio/wav';

/** What sending needs; the notes of the job at this desk say what was sent before. */
export interface Sending {
  readonly client: A2eClient;
  readonly desk: JobDesk;
  readonly links: KeptLinks;
  readonly now: () => number;
  /** Bytes of all samples together that are on their way. */
  readonly onSent: (sent: number, total: number) => void;
}

/**
 * Brings each file of a sample to a public link, once: one that was noted (`sample-<n>`) is not sent again. Each is then
 * looked at as A2E will look at it. Answers the links as they are kept, in order.
 */
export async function sendSamples(
  files: readonly SampleBody[],
  { client, desk, links, now, onSent }: Sending,
): Promise<{ readonly kept: readonly string[] } | Outcome<never>> {
  const total = files.reduce((sum, { byteLength }) => sum + byteLength, 0);
  let before = 0;
  const kept: string[] = [];
  for (const [index, body] of files.entries()) {
    const name = `sample-${index}`;
    const noted = desk.notes[name];
    if (typeof noted === 'string') kept.push(noted);
    else {
      desk.stage('uploading');
      // ASCII only, so no name a person chose ever reaches the link; and never the same twice, as it tells trainings apart.
      const key = `timbre/${desk.id}-${now().toString(36)}-${index}.wav`;
      const sent = before;
      const uploaded = await client.upload(
        { body, contentType: SAMPLE_TYPE, key, onSent: (bytes) => onSent(sent + bytes, total) },
        desk.signal,
      );
      if (!uploaded.ok) return outcomeOf(uploaded.fault);
      const seen = await client.preflight(uploaded.value.url, body.byteLength, desk.signal);
      if (!seen.ok) return outcomeOf(seen.fault);
      const link = links.keep(uploaded.value.url, client.baseUrl);
      await desk.note(name, link);
      kept.push(link);
    }
    before += body.byteLength;
  }
  return { kept };
}
