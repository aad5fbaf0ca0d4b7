import { readFile } from 'node:fs/promises';
import { writeWhole } from '../disk/write-atomic.ts';
import { openSoundFile } from '../recording/decoding/sound-thread.ts';
import { gatherPeaks, PEAKS_PER_SECOND, peakCount, type TakePeaks } from '../recording/peaks.ts';
import type { RecordingFaultCode, Take } from '../recording/take.ts';
import { ok, type Result } from '../result.ts';

/**
 * What a take's course looks like, from the file beside it, or where that is missing or of another length from the sound,
 * which is read through once. Fails where the sound cannot be read.
 */
export async function takePeaks(
  take: Take,
  paths: { readonly sound: string; readonly peaks: string },
): Promise<Result<TakePeaks, RecordingFaultCode>> {
  const found = await readFile(paths.peaks).catch(() => undefined);
  if (found?.length === peakCount(take.samples, take.sampleRate))
    return ok({ perSecond: PEAKS_PER_SECOND, peaks: new Uint8Array(found) });
  const opened = await openSoundFile(paths.sound);
  if (!opened.ok) return opened;
  const gathered = gatherPeaks(take.sampleRate);
  for await (const block of opened.value.blocks) gathered.add(block);
  await opened.value.close();
  const peaks = gathered.peaks();
  // Where it cannot be kept it is gathered again the next time.
  await writeWhole(paths.peaks, peaks);
  return ok({ perSecond: PEAKS_PER_SECOND, peaks });
}
