import { z } from 'zod';
import type { SampleBody } from '../../a2e/client.ts';
import type { JobKind, Outcome } from '../../jobs/job.ts';
import { fail, type Json, ok, type Result } from '../../result.ts';
import type { KeptLinks } from '../kept-link.ts';
import { unconnected } from '../outcomes.ts';
import type { SamplePart } from '../sample/sample.ts';
import type { Connect } from '../server.ts';
import { sendSamples } from './send-samples.ts';

/** A sample that is on its way before there is a voice. */
export interface EarlyUpload {
  readonly server: string;
  readonly parts: readonly SamplePart[];
}

/** How far an early upload is: its links as they are kept, once it is done; `none` where it came to nothing. */
export type Uploaded =
  | { readonly is: 'done'; readonly kept: readonly string[] }
  | { readonly is: 'under-way' | 'none'; readonly kept?: undefined };

/** What the upload job works with. */
export interface UploadParts {
  readonly connect: Connect;
  /** The sample as files for this job, the same ones each time. */
  readonly sampleFiles: (
    jobId: string,
    sample: Pick<EarlyUpload, 'parts'>,
  ) => Promise<Result<readonly SampleBody[]>>;
  readonly links: KeptLinks;
  readonly onSent: (jobId: string, sent: number, total: number) => void;
  readonly now: () => number;
}

const inputSchema = z.object({
  server: z.string(),
  parts: z.array(
    z.object({
      takeId: z.string(),
      from: z.number(),
      to: z.number(),
      sentence: z.number().exactOptional(),
    }),
  ),
});
const resultSchema = z.object({ kept: z.array(z.string()) });

/** The job that uploads a sample while its voice is being named. Whoever adds it sees to the speaker's consent. */
export function uploadJob(parts: UploadParts): JobKind<EarlyUpload, { kept: readonly string[] }> {
  return {
    kind: 'upload',
    parse(input) {
      const { data } = inputSchema.safeParse(input);
      return data ? ok(data) : fail('job-unreadable');
    },
    lane: ({ server }) => `upload@${server}`,
    async run(input, desk): Promise<Outcome<{ kept: readonly string[] }>> {
      const connection = await parts.connect(input.server);
      if (!connection.ok) return unconnected(connection.fault, input.server);
      const files = await parts.sampleFiles(desk.id, input);
      if (!files.ok) return { is: 'failed', fault: files.fault };
      const sent = await sendSamples(files.value, {
        ...{ client: connection.value.client, desk, links: parts.links, now: parts.now },
        onSent: (bytes, total) => parts.onSent(desk.id, bytes, total),
      });
      return 'is' in sent ? sent : { is: 'done', result: { kept: sent.kept } };
    },
  };
}

/** The input of an upload job, where it is one that can be read. */
export function readEarlyUpload(input: Json): EarlyUpload | undefined {
  return inputSchema.safeParse(input).data;
}

/** The links an upload job ended with. */
export function readUploaded(result: Json): readonly string[] | undefined {
  return resultSchema.safeParse(result).data?.kept;
}
