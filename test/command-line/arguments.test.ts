import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../electron/command-line/arguments.ts';
import { USAGE } from '../../electron/command-line/usage.ts';

/** The words as a person types them, without quotes inside. */
const words = (line: string) => line.split(' ').filter(Boolean);
const CLONE = {
  ...{ command: 'clone', words: ['a.wav'], name: 'Ada', gender: 'female', model: 'a2e', language: 'en' },
  ...{ consent: false, 'no-wait': false, patience: 15, json: false },
};
const SAY = {
  ...{ command: 'say', words: ['Hello'], voice: 'Ada', 'no-wait': false, patience: 15 },
  ...{ format: 'wav', 'one-per-line': false, json: false },
};
const FILE = { ...SAY, words: [], file: 'book.epub' };

describe('a command is understood', () => {
  it.each([
    { line: 'clone a.wav --name Ada --gender female', command: CLONE },
    {
      line: 'clone a.wav b.mp3 --name Ada --gender male --model minimax --language YUE --consent --json',
      command: {
        ...{ ...CLONE, words: ['a.wav', 'b.mp3'], gender: 'male', model: 'minimax', language: 'yue' },
        ...{ consent: true, json: true },
      },
    },
    {
      line: '--json clone --name Ada a.wav --gender=female --no-wait --patience 0',
      command: { ...CLONE, 'no-wait': true, patience: 0, json: true },
    },
    {
      line: 'clone a.m4a --name Ada --gender female --from 90 --to 120.5',
      command: { ...CLONE, words: ['a.m4a'], from: 90, to: 120.5 },
    },
    { line: 'say Hello --voice Ada', command: SAY },
    {
      line: 'say Hello --voice Ada --out /tmp/Ada.WAV --speed 1.5 --patience 2.5',
      command: { ...SAY, out: '/tmp/Ada.WAV', speed: 1.5, patience: 2.5 },
    },
    { line: 'say --voice Ada -- --help', command: { ...SAY, words: ['--help'] } },
    { line: 'check a.wav', command: { command: 'check', words: ['a.wav'], model: 'a2e', json: false } },
    {
      line: 'check a.wav b.mp3 --model cartesia --json',
      command: { command: 'check', words: ['a.wav', 'b.mp3'], model: 'cartesia', json: true },
    },
    {
      line: 'clips --search sea --tag favourite',
      command: {
        command: 'clips',
        words: [],
        search: 'sea',
        tag: 'favourite',
        'one-file': false,
        json: false,
      },
    },
    {
      line: 'clips export a b --out x --format opus',
      command: {
        ...{ command: 'clips', words: ['export', 'a', 'b'], out: 'x', format: 'opus' },
        ...{ 'one-file': false, json: false },
      },
    },
    { line: 'voices', command: { command: 'voices', words: [], json: false } },
    { line: 'jobs --json', command: { command: 'jobs', words: [], watch: false, json: true } },
    { line: 'jobs --watch', command: { command: 'jobs', words: [], watch: true, json: false } },
    { line: 'say --file book.epub --voice Ada', command: FILE },
    {
      line: 'say --file book.epub --voice Ada --max-credits 40',
      command: { ...FILE, 'max-credits': 40 },
    },
    {
      line: 'say --file book.epub --voice Ada --out dir --format mp3 --one-per-line --subtitles srt --template {n}',
      command: {
        ...FILE,
        out: 'dir',
        format: 'mp3',
        'one-per-line': true,
        subtitles: 'srt',
        template: '{n}',
      },
    },
    {
      line: 'retry job-1 batch-2',
      command: { command: 'retry', words: ['job-1', 'batch-2'], all: false, json: false },
    },
    { line: 'cancel --all', command: { command: 'cancel', words: [], all: true, json: false } },
    { line: 'servers', command: { command: 'servers', words: [], json: false } },
    { line: 'say Hello --voice Ada --server A2E', command: { ...SAY, server: 'A2E' } },
    { line: 'run --server A2E', command: { command: 'run', words: [], server: 'A2E', json: false } },
    { line: 'run', command: { command: 'run', words: [], json: false } },
    { line: 'help', command: { command: 'help', words: [], json: false } },
    { line: '', command: { command: 'help', words: [], json: false } },
    { line: 'serve', command: { command: 'serve', words: [], port: 8787, json: false } },
    { line: 'serve --port 0', command: { command: 'serve', words: [], port: 0, json: false } },
    {
      line: 'serve --credits 5',
      command: { command: 'serve', words: [], port: 8787, credits: 5, json: false },
    },
  ])('$line', ({ line, command }) => {
    expect(parseCommand(words(line))).toEqual({ ok: true, value: command });
  });

  it('with a text of several words, and one that is empty', () => {
    const said = (text: string) => parseCommand(['say', text, '--voice', 'Ada Lovelace']);
    expect(said('Hello, world!')).toMatchObject({
      value: { words: ['Hello, world!'], voice: 'Ada Lovelace' },
    });
    expect(said('')).toMatchObject({ value: { words: [''] } });
  });
});

describe('wrong usage is told with its reason', () => {
  it.each([
    { line: 'sing', reason: 'there is no command “sing”' },
    { line: 'Clone a.wav', reason: 'there is no command “Clone”' },
    { line: 'clone --name Ada --gender female', reason: 'clone needs at least one FILE' },
    { line: 'clone a.wav --gender female', reason: '--name is missing' },
    { line: 'clone a.wav --name Ada', reason: '--gender is female or male' },
    { line: 'clone a.wav --name Ada --gender x', reason: '--gender is female or male' },
    {
      line: 'clone a.wav --name Ada --gender male --model x',
      reason: '--model is one of a2e, minimax, cartesia, elevenlabs',
    },
    {
      line: 'clone a.wav --name Ada --gender male --language english',
      reason: '--language is a code such as en',
    },
    {
      line: 'clone a.wav b.wav --name Ada --gender male --to 9',
      reason: '--from and --to are for one FILE',
    },
    { line: 'clone a.wav --name Ada --gender male --from 9 --to 9', reason: '--from comes before --to' },
    { line: 'clone a.wav --name Ada --gender male --from soon', reason: 'a part is given in seconds' },
    { line: 'clone a.wav --name Ada --gender male --from=-1', reason: 'a part is given in seconds' },
    { line: 'check', reason: 'check needs at least one FILE' },
    { line: 'check a.wav --name Ada', reason: 'check has no option --name' },
    { line: 'say --voice Ada', reason: 'say needs one TEXT (in quotes), or --file' },
    { line: 'say Hello world --voice Ada', reason: 'say takes one TEXT (in quotes)' },
    { line: 'say Hello', reason: '--voice is missing' },
    {
      line: 'say Hello --voice Ada --out a.txt',
      reason: '--out is a file that ends in .wav, .mp3, .m4a, .opus; with --file a folder',
    },
    { line: 'say Hello --file a.txt --voice Ada', reason: 'say needs one TEXT (in quotes), or --file' },
    {
      line: 'say Hello --voice Ada --format mp3',
      reason: '--format, --one-per-line, --subtitles, --template and --max-credits go with --file',
    },
    {
      line: 'say --file a.txt --voice Ada --max-credits 1.5',
      reason: '--max-credits is a whole number from 1',
    },
    { line: 'say --file a.txt --voice Ada --format ogg', reason: '--format is one of wav, mp3, m4a, opus' },
    {
      line: 'say --file a.txt --voice Ada --template {x}',
      reason: '--template names a part such as {n} or {text}',
    },
    { line: 'retry', reason: 'retry needs the ID of a job or batch, or --all' },
    { line: 'cancel job-1 --all', reason: 'cancel needs the ID of a job or batch, or --all' },
    { line: 'say Hello --voice Ada --speed fast', reason: '--speed is a number' },
    { line: 'say Hello --voice Ada --port 1', reason: 'say has no option --port' },
    { line: 'clips export', reason: 'clips takes no words, or export and the IDs of clips' },
    { line: 'clips delete a', reason: 'clips takes no words, or export and the IDs of clips' },
    {
      line: 'clips export a',
      reason: 'clips export needs --out, the folder to write into; clips alone has none',
    },
    {
      line: 'clips --out x',
      reason: 'clips export needs --out, the folder to write into; clips alone has none',
    },
    {
      line: 'clips --format mp3',
      reason: '--format, --one-file, --subtitles and --template go with clips export',
    },
    { line: 'clips --tag nice', reason: /--tag is one of favourite/ },
    { line: 'voices --consent --name x', reason: 'voices has no option --consent, --name' },
    { line: 'voices --server A2E', reason: 'voices has no option --server' },
    { line: 'voices Ada', reason: 'voices takes no words but sync' },
    { line: 'serve 8787', reason: 'serve takes no words' },
    { line: 'serve --port x', reason: /^--port: Invalid input/ },
    { line: 'serve --port 65536', reason: /^--port: Too big/ },
    { line: 'serve --port 1.5', reason: /^--port: Invalid input/ },
    { line: 'say Hello --voice Ada --patience -1', reason: /patience/ },
    { line: 'say Hello --voice Ada --patience=-1', reason: /^--patience: Too small/ },
    { line: 'say Hello --voice Ada --patience soon', reason: /^--patience: Invalid input/ },
    { line: 'say Hello --voice', reason: /--voice/ },
    { line: 'voices --json=yes', reason: /--json/ },
    { line: 'voices --verbose', reason: /--verbose/ },
  ])('$line: $reason', ({ line, reason }) => {
    const parsed = parseCommand(words(line));
    expect(parsed).toMatchObject({ ok: false, fault: { code: 'wrong-usage' } });
    const detail = parsed.ok ? '' : parsed.fault.detail;
    if (typeof reason === 'string') expect(detail).toBe(reason);
    else expect(detail).toMatch(reason);
  });
});

it('the usage names every command and every option', () => {
  for (const name of ['clone', 'say', 'check', 'clips', 'voices', 'servers', 'jobs', 'run', 'serve', 'help'])
    expect(USAGE).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'));
  const options =
    'name gender model language consent voice out speed server port credits no-wait patience json';
  for (const name of options.split(' ')) expect(USAGE).toContain(`--${name}`);
});
