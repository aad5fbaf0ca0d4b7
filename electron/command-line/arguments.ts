import { parseArgs } from 'node:util';
import { z } from 'zod';
import { A2E_MODELS } from '../a2e/wire.ts';
import { REMOVAL_PLACES } from '../cloning/voice/receipt.ts';
import { fail, ok, type Result } from '../result.ts';
import { isNameTemplate } from '../speaking/exporting/name-template.ts';
import { EXPORT_FORMATS, formatOfPath } from '../speaking/exporting/sound-file.ts';
import { SUBTITLE_FORMATS } from '../speaking/exporting/subtitles.ts';
import { clipsCommand } from './clips-arguments.ts';

const patience = z.coerce.number().min(0).max(86_400).default(15);

const model = z.enum(A2E_MODELS, `--model is one of ${A2E_MODELS.join(', ')}`).default('a2e');

const server = z.string().min(1, '--server is the name of a server').optional();

const VOICE_USE = 'voice takes export, import, delete or rebuild, and a NAME or FILE';

/** Seconds into a sound file. */
const seconds = z.coerce.number('a part is given in seconds').min(0, 'a part is given in seconds').optional();

const commands = z.discriminatedUnion('command', [
  z
    .strictObject({
      command: z.literal('clone'),
      words: z.array(z.string()).min(1, 'clone needs at least one FILE'),
      name: z.string('--name is missing'),
      gender: z.enum(['female', 'male'], '--gender is female or male'),
      model,
      language: z
        .string()
        .toLowerCase()
        .regex(/^[a-z]{2,3}$/, '--language is a code such as en')
        .default('en'),
      consent: z.boolean().default(false),
      from: seconds,
      to: seconds,
      server,
      'no-wait': z.boolean().default(false),
      patience,
      json: z.boolean().default(false),
    })
    .refine(({ from, to, words }) => (from ?? to) === undefined || words.length === 1, {
      message: '--from and --to are for one FILE',
    })
    .refine(({ from = 0, to = Number.POSITIVE_INFINITY }) => from < to, {
      message: '--from comes before --to',
    }),
  z
    .strictObject({
      command: z.literal('say'),
      words: z.array(z.string()).max(1, 'say takes one TEXT (in quotes)'),
      file: z.string().min(1, '--file is a document').optional(),
      voice: z.string('--voice is missing'),
      server,
      out: z.string().optional(),
      format: z.enum(EXPORT_FORMATS, `--format is one of ${EXPORT_FORMATS.join(', ')}`).default('wav'),
      'one-per-line': z.boolean().default(false),
      subtitles: z.enum(SUBTITLE_FORMATS, '--subtitles is srt or vtt').optional(),
      template: z.string().refine(isNameTemplate, '--template names a part such as {n} or {text}').optional(),
      speed: z.coerce.number('--speed is a number').optional(),
      'max-credits': z.coerce
        .number('--max-credits is a whole number from 1')
        .int('--max-credits is a whole number from 1')
        .min(1, '--max-credits is a whole number from 1')
        .optional(),
      'no-wait': z.boolean().default(false),
      patience,
      json: z.boolean().default(false),
    })
    .refine(({ words, file }) => words.length === (file === undefined ? 1 : 0), {
      message: 'say needs one TEXT (in quotes), or --file',
    })
    .refine(({ file, out = '.wav' }) => file !== undefined || formatOfPath(out) !== undefined, {
      message: `--out is a file that ends in ${EXPORT_FORMATS.map((format) => `.${format}`).join(', ')}; with --file a folder`,
    })
    .refine(
      ({ file, format, subtitles, template, ...more }) =>
        file !== undefined ||
        (format === 'wav' &&
          !more['one-per-line'] &&
          !subtitles &&
          template === undefined &&
          more['max-credits'] === undefined),
      {
        message: '--format, --one-per-line, --subtitles, --template and --max-credits go with --file',
      },
    ),
  clipsCommand,
  z.strictObject({
    command: z.literal('jobs'),
    words: z.array(z.string()).max(0, 'jobs takes no words'),
    watch: z.boolean().default(false),
    json: z.boolean().default(false),
  }),
  z.strictObject({
    command: z.literal('check'),
    words: z.array(z.string()).min(1, 'check needs at least one FILE'),
    model,
    json: z.boolean().default(false),
  }),
  z
    .strictObject({
      command: z.literal('voices'),
      words: z.union([z.tuple([]), z.tuple([z.literal('sync')])], 'voices takes no words but sync'),
      search: z.string().optional(),
      server,
      json: z.boolean().default(false),
    })
    .refine(({ words, server: account }) => words.length === 1 || account === undefined, {
      message: 'voices has no option --server',
    }),
  z
    .strictObject({
      command: z.literal('voice'),
      words: z.tuple(
        [z.enum(['export', 'import', 'delete', 'rebuild'], VOICE_USE), z.string(VOICE_USE)],
        VOICE_USE,
      ),
      out: z
        .string()
        .regex(/\.timbrevoice$/i, '--out is a .timbrevoice file')
        .optional(),
      where: z.enum(REMOVAL_PLACES, '--where is here, there or everywhere').optional(),
      server,
      'no-wait': z.boolean().default(false),
      patience,
      json: z.boolean().default(false),
    })
    .refine(({ words: [verb], out }) => verb !== 'export' || out !== undefined, {
      message: '--out is missing',
    })
    .refine(({ words: [verb], where }) => verb !== 'delete' || where !== undefined, {
      message: '--where is missing',
    }),
  ...(['retry', 'cancel'] as const).map((command) =>
    z
      .strictObject({
        command: z.literal(command),
        words: z.array(z.string()),
        all: z.boolean().default(false),
        json: z.boolean().default(false),
      })
      .refine(({ words, all }) => words.length > 0 !== all, {
        message: `${command} needs the ID of a job or batch, or --all`,
      }),
  ),
  ...(['servers', 'help'] as const).map((command) =>
    z.strictObject({
      command: z.literal(command),
      words: z.array(z.string()).max(0, `${command} takes no words`),
      json: z.boolean().default(false),
    }),
  ),
  z.strictObject({
    command: z.literal('run'),
    words: z.array(z.string()).max(0, 'run takes no words'),
    server,
    json: z.boolean().default(false),
  }),
  z.strictObject({
    command: z.literal('serve'),
    words: z.array(z.string()).max(0, 'serve takes no words'),
    port: z.coerce.number().int().min(0).max(65_535).default(8787),
    credits: z.coerce.number().int().min(0).max(1_000_000_000).optional(),
    json: z.boolean().default(false),
  }),
]);

/** A command with its options, checked. */
export type Command = z.infer<typeof commands>;
export type CloneCommand = Extract<Command, { command: 'clone' }>;
export type SayCommand = Extract<Command, { command: 'say' }>;
export type ClipsCommand = Extract<Command, { command: 'clips' }>;
export type CheckCommand = Extract<Command, { command: 'check' }>;
export type VoicesCommand = Extract<Command, { command: 'voices' }>;
export type VoiceCommand = Extract<Command, { command: 'voice' }>;
export type RequeueCommand = Extract<Command, { command: 'retry' | 'cancel' }>;
export type ServeCommand = Extract<Command, { command: 'serve' }>;

const OPTIONS = {
  name: { type: 'string' },
  gender: { type: 'string' },
  model: { type: 'string' },
  language: { type: 'string' },
  consent: { type: 'boolean' },
  from: { type: 'string' },
  to: { type: 'string' },
  voice: { type: 'string' },
  search: { type: 'string' },
  where: { type: 'string' },
  tag: { type: 'string' },
  'one-file': { type: 'boolean' },
  server: { type: 'string' },
  out: { type: 'string' },
  file: { type: 'string' },
  format: { type: 'string' },
  'one-per-line': { type: 'boolean' },
  subtitles: { type: 'string' },
  template: { type: 'string' },
  watch: { type: 'boolean' },
  all: { type: 'boolean' },
  speed: { type: 'string' },
  'max-credits': { type: 'string' },
  port: { type: 'string' },
  credits: { type: 'string' },
  patience: { type: 'string' },
  'no-wait': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** Reads the words after the program's name; fails with `wrong-usage` and the reason as detail. */
export function parseCommand(argv: readonly string[]): Result<Command, 'wrong-usage'> {
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return fail('wrong-usage', { detail: error instanceof Error ? error.message : String(error) });
  }
  const [command = 'help', ...words] = parsed.positionals;
  const checked = commands.safeParse({ command, words, ...parsed.values });
  if (checked.success) return ok(checked.data);
  return fail('wrong-usage', { detail: wordsOf(checked.error.issues[0], command) });
}

function wordsOf(issue: z.core.$ZodIssue | undefined, command: string): string {
  if (!issue || issue.path[0] === 'command') return `there is no command “${command}”`;
  if (issue.code === 'unrecognized_keys') return `${command} has no option --${issue.keys.join(', --')}`;
  return /^(Invalid|Too)/.test(issue.message) ? `--${issue.path.join('.')}: ${issue.message}` : issue.message;
}
