import type { Outcome } from '../../jobs/job.ts';
import type { Fault } from '../../result.ts';
import type { CloneScene } from './clone-parts.ts';
import { sendSamples } from './send-samples.ts';

/**
 * The links of the voice's sample, in order: those of the upload that began while the person was naming it, where there is
 * one, else it is sent now. What the clone job needs is in its own notes then.
 */
export async function uploadSamples(
  scene: CloneScene,
): Promise<{ links: readonly string[] } | Outcome<never>> {
  const { parts, desk, voice, connection, upload } = scene;
  const { client } = connection;
  const early = upload === undefined || hasLinks(scene) ? undefined : parts.uploaded(upload);
  if (early?.is === 'under-way') {
    parts.move(voice.id, { is: 'uploading' });
    return { is: 'waiting', why: 'upload', key: `upload:${upload}` };
  }
  for (const [index, link] of (early?.kept ?? []).entries()) await desk.note(`sample-${index}`, link);

  const files = await parts.sampleFiles(desk.id, voice);
  if (!files.ok) return { is: 'failed', fault: files.fault };
  if (!hasLinks(scene)) parts.move(voice.id, { is: 'uploading' });
  const sent = await sendSamples(files.value, {
    ...{ client, desk, links: parts.links, now: parts.now },
    onSent: (bytes, total) => parts.onSent(desk.id, bytes, total),
  });
  if ('is' in sent) return sent;
  const links = sent.kept.map((link) => parts.links.live(link, client.baseUrl));
  const live = links.filter((link) => link !== undefined);
  return live.length === links.length ? { links: live } : { is: 'failed', fault: lostLink(desk) };
}

function hasLinks({ desk }: CloneScene): boolean {
  return typeof desk.notes['sample-0'] === 'string';
}

/** After an unclear submission only this link could tell whether it was taken on: then a person decides. */
function lostLink({ notes }: CloneScene['desk']): Fault {
  const detail = 'the link of the uploaded sample cannot be opened any more';
  return { code: notes['submitting'] ? 'training-unknown' : 'sample-unreachable', detail };
}
