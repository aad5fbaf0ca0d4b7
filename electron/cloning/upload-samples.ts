import type { Outcome } from '../jobs/job.ts';
import type { CloneScene } from './clone-parts.ts';
import { outcomeOf } from './outcomes.ts';
import { keptLink, liveLink } from './server.ts';

const SAMPLE_TYPE = 'audio/wav';

/**
 * Brings each clip of the voice's sample to a public link, once: a link that was noted is not uploaded again. Each is then
 * looked at as A2E will look at it. Answers the links in order.
 */
export async function uploadSamples(
  scene: CloneScene,
): Promise<{ links: readonly string[] } | Outcome<never>> {
  const { parts, desk, voice, connection } = scene;
  const { client } = connection;
  const files = await parts.sampleFiles(voice);
  if (!files) return { is: 'failed', fault: { code: 'sample-missing' } };
  const links: string[] = [];
  for (const [index, bytes] of files.entries()) {
    const name = `sample-${index}`;
    const noted = desk.notes[name];
    if (typeof noted === 'string') {
      links.push(liveLink(noted, client.baseUrl));
      continue;
    }
    desk.stage('uploading');
    parts.move(voice.id, { is: 'uploading' });
    // ASCII only, so no name a person chose ever reaches the link; and never the same twice, as it tells trainings apart.
    const key = `timbre/${desk.id}-${parts.now().toString(36)}-${index}.wav`;
    const uploaded = await client.upload({ bytes, contentType: SAMPLE_TYPE, key }, desk.signal);
    if (!uploaded.ok) return outcomeOf(uploaded.fault);
    const seen = await client.preflight(uploaded.value.url, bytes.length, desk.signal);
    if (!seen.ok) return outcomeOf(seen.fault);
    await desk.note(name, keptLink(uploaded.value.url, client.baseUrl));
    links.push(uploaded.value.url);
  }
  return { links };
}
