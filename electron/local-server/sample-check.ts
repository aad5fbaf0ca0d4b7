import { SAMPLE_SECONDS } from '../a2e/model-facts.ts';
import type { Pcm } from '../recording/wav.ts';
import { decodeWav } from '../recording/wav-read.ts';
import { fail, ok, type Result } from '../result.ts';
import { median, voicedPitches } from './pitch.ts';
import { MAX_SAMPLE_BYTES } from './uploads.ts';

/** What A2E takes: the length of all samples together, in seconds. */
export const { min: MIN_SECONDS, max: MAX_SECONDS } = SAMPLE_SECONDS;

/** A tenth of the 20 ms frames must reach this RMS (dBFS), else the sample is called silent. */
const ACTIVE_DBFS = -50;

/** So much voiced sound (s) must be there for its pitch to mean anything. */
const LEAST_VOICED_SECONDS = 0.5;
const FRAME_SECONDS = 0.02;
const FETCH_TIMEOUT_MS = 30_000;

/** Stands in `failed_code`; the detail, for people, in `failed_message`. */
export type SampleFault =
  | 'sample-unreachable'
  | 'sample-redirects'
  | 'sample-not-audio'
  | 'sample-too-large'
  | 'sample-not-wav'
  | 'sample-broken'
  | 'sample-too-short'
  | 'sample-too-long'
  | 'sample-silent'
  | 'sample-no-voice'
  | 'canceled';

/** Samples that are as they should be. */
export interface CheckedSamples {
  readonly pitchHz: number;
  readonly seconds: number;
  readonly sounds: readonly Pcm[];
}

export interface SampleCheckOptions {
  readonly fetch: typeof globalThis.fetch;
  readonly signal: AbortSignal;
}

/**
 * Fetches the samples of a voice as A2E would and listens to them: reachable without a redirect, an audio type in the
 * header, at most 50 MB, WAV, 10–60 s in all, not silent, with a voice in it. Answers the median pitch in Hz and the sound. Every
 * failure's detail is a sentence for people and names no address. `canceled` where `signal` fired.
 */
export async function checkSamples(
  urls: readonly string[],
  options: SampleCheckOptions,
): Promise<Result<CheckedSamples, SampleFault>> {
  let seconds = 0;
  let active = false;
  const sounds: Pcm[] = [];
  const pitches: number[] = [];
  for (const [index, url] of urls.entries()) {
    const name = urls.length === 1 ? 'The sample' : `Sample ${index + 1} of ${urls.length}`;
    const fetched = await fetchSample(url, name, options);
    if (!fetched.ok) return options.signal.aborted ? fail('canceled') : fetched;
    const decoded = decodeWav(fetched.value.bytes);
    if (!decoded.ok)
      return decoded.fault.code === 'not-audio'
        ? fail('sample-not-wav', {
            detail: `${name} is not a WAV file; this computer reads WAV samples only (A2E reads mp3 and m4a too).`,
          })
        : fail('sample-broken', {
            detail: `${name} cannot be read: ${decoded.fault.detail ?? 'it is damaged'}.`,
          });
    seconds += decoded.value.samples.length / decoded.value.sampleRate;
    if (seconds > MAX_SECONDS) continue;
    active ||= isActive(decoded.value);
    pitches.push(...voicedPitches(decoded.value));
    sounds.push(decoded.value);
  }
  return judge({ seconds, active, pitches, sounds });
}

function judge({
  seconds,
  active,
  pitches,
  sounds,
}: {
  seconds: number;
  active: boolean;
  pitches: readonly number[];
  sounds: readonly Pcm[];
}): Result<CheckedSamples, SampleFault> {
  const length = `The sample is ${seconds.toFixed(2)} s long in all; ${MIN_SECONDS}–${MAX_SECONDS} s are needed.`;
  const facts = { seconds, min: MIN_SECONDS, max: MAX_SECONDS };
  if (seconds < MIN_SECONDS) return fail('sample-too-short', { detail: length, facts });
  if (seconds > MAX_SECONDS) return fail('sample-too-long', { detail: length, facts });
  if (!active)
    return fail('sample-silent', { detail: `The sample is silent: nothing is above ${ACTIVE_DBFS} dBFS.` });
  const pitchHz = median(pitches);
  if (pitchHz === undefined || pitches.length * FRAME_SECONDS < LEAST_VOICED_SECONDS)
    return fail('sample-no-voice', { detail: 'There is sound in the sample, but no voice was found in it.' });
  return ok({ pitchHz, seconds, sounds });
}

export interface FetchedSample {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
}

/** Whether the loudest tenth of the frames lies above the level of a silent room. */
function isActive({ samples, sampleRate }: { samples: Float32Array; sampleRate: number }): boolean {
  const length = Math.max(1, Math.round(sampleRate * FRAME_SECONDS));
  const least = 10 ** (ACTIVE_DBFS / 10);
  const frames = Math.floor(samples.length / length);
  let loud = 0;
  for (let frame = 0; frame < frames; frame++) {
    let sum = 0;
    for (let i = frame * length; i < (frame + 1) * length; i++) sum += (samples[i] ?? 0) ** 2;
    if (sum / length >= least) loud++;
  }
  return loud > 0 && loud >= frames / 10;
}

/** Fetches one sample as A2E would: no redirect, an audio type, at most 50 MB. `name` is what its faults call it. */
export async function fetchSample(
  url: string,
  name: string,
  { fetch, signal }: SampleCheckOptions,
): Promise<Result<FetchedSample, SampleFault>> {
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(FETCH_TIMEOUT_MS)]),
    });
    const refusal = judgeHead(response, name);
    if (!refusal) {
      const read = await readBounded(response, name);
      const contentType = response.headers.get('content-type') ?? '';
      return read.ok ? ok({ bytes: read.value, contentType }) : read;
    }
    await response.body?.cancel();
    return refusal;
  } catch (error) {
    const why =
      error instanceof Error && error.name === 'TimeoutError'
        ? `nothing came within ${FETCH_TIMEOUT_MS / 1000} s`
        : 'there was no connection';
    return fail('sample-unreachable', { detail: `${name} could not be fetched: ${why}.` });
  }
}

function judgeHead(response: Response, name: string): Result<never, SampleFault> | undefined {
  // A browser-like fetch hides the status of a redirect it was told not to follow.
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400))
    return fail('sample-redirects', {
      detail: `${name} is behind a redirect; a direct address is needed.`,
    });
  if (response.status !== 200)
    return fail('sample-unreachable', {
      detail: `${name} could not be fetched: the server answered ${response.status}.`,
    });
  const type = (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!type.startsWith('audio/') && type !== 'video/mp4')
    return fail('sample-not-audio', {
      detail: `${name} has the Content-Type ${type.slice(0, 80) || '(none)'}; audio is needed.`,
    });
  if (Number(response.headers.get('content-length') ?? 0) > MAX_SAMPLE_BYTES) return tooLarge(name);
  return undefined;
}

async function readBounded(
  response: Response,
  name: string,
): Promise<Result<Uint8Array<ArrayBuffer>, SampleFault>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    // Leaving the loop cancels the rest.
    if (length > MAX_SAMPLE_BYTES) return tooLarge(name);
    parts.push(part);
  }
  return ok(new Uint8Array(Buffer.concat(parts)));
}

function tooLarge(name: string): Result<never, SampleFault> {
  return fail('sample-too-large', { detail: `${name} is larger than 50 MB.` });
}
