import { dirname, join } from 'node:path';
import Conf from 'conf';
import { openCloneModel } from './boot/clone-model.ts';
import { localServerIn } from './boot/servers/local-server-in.ts';
import { openStations, type Stations } from './boot/stations.ts';
import { type Command, parseCommand } from './command-line/arguments.ts';
import { check } from './command-line/check.ts';
import { clips } from './command-line/clips.ts';
import { clone } from './command-line/clone.ts';
import { faultDocument } from './command-line/documents.ts';
import { jobs, servers, voices } from './command-line/look.ts';
import { requeue } from './command-line/requeue.ts';
import { run } from './command-line/run.ts';
import { say } from './command-line/say.ts';
import { serve } from './command-line/serve.ts';
import { USAGE } from './command-line/usage.ts';
import { syncVoices, voice } from './command-line/voice.ts';
import { watchJobs } from './command-line/watch.ts';
import type { Ending, World } from './command-line/world.ts';
import { faultLine } from './contract/fault-words.ts';
import { findHome } from './library/home.ts';
import { type OpenStore, storeOptions } from './library/kept-store.ts';
import { startNodeProcess } from './processes/node-process.ts';
import { openSoundInThread } from './recording/decoding/sound-thread.ts';
import { assertNever, type Fault, ok } from './result.ts';

/** The command line: the same stations as the app, in plain Node, without a window. */
const argv = process.argv.slice(2);
const asJson = argv.includes('--json');
void main().then((exitCode) => {
  process.exitCode = exitCode;
});

async function main(): Promise<number> {
  const parsed = parseCommand(argv);
  if (!parsed.ok) {
    if (!asJson) process.stderr.write(USAGE);
    return failed(parsed.fault, 2);
  }
  if (parsed.value.command === 'help') {
    answer({ usage: USAGE }, USAGE.trimEnd());
    return 0;
  }
  const ending = await perform(parsed.value, buildWorld());
  if (!ending.ok) return failed(ending.fault, 1);
  if (parsed.value.command !== 'serve') answer(ending.value.document, ending.value.text);
  return ending.value.failed ? 1 : 0;
}

function buildWorld(): World {
  const home = findHome(process.env, process.platform);
  const bundle = dirname(process.argv[1] ?? '');
  // electron-store is made of conf, and this is the same document; only Electron can load electron-store itself.
  const openStore: OpenStore = (name) => {
    const store = new Conf<Record<string, unknown>>(storeOptions(home.root, name));
    return { get: (key) => store.get(key), set: (key, value) => store.set(key, value) };
  };
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  const cloneModel = () => openCloneModel({ folder: home.models, bundle, start: startNodeProcess });
  return {
    ...{ home, bundle, cloneModel, openStore, answer, env: process.env, signal: stop.signal },
    tell: (line) => process.stderr.write(`${line}\n`),
    async openStations(serverName) {
      const model = await cloneModel();
      return openStations({
        ...{ home, env: process.env, openStore, who: 'the command line', serverName },
        startLocal: localServerIn({ folder: home.localServer, bundle, cloner: model.cloner }),
        cloneModel: model,
        openSound: openSoundInThread({ workerFile: join(bundle, 'sound-worker.cjs') }),
      });
    },
  };
}

async function perform(command: Command, world: World): Promise<Ending> {
  switch (command.command) {
    case 'voices':
      return command.words.length === 0
        ? voices(command, world)
        : withStations(world, command.server, syncVoices);
    case 'voice':
      return withStations(world, command.server, (stations) => voice(command, stations, world));
    case 'clips':
      return withStations(world, undefined, (stations) => clips(command, stations, world));
    case 'servers':
      return servers(world);
    case 'jobs':
      return command.watch ? watchJobs(world) : jobs(world);
    case 'serve':
      return serve(command, world);
    case 'check':
      return check(command, world);
    case 'clone':
      return withStations(world, command.server, (stations) => clone(command, stations, world));
    case 'say':
      return withStations(world, command.server, (stations) => say(command, stations, world));
    case 'retry':
    case 'cancel':
      return withStations(world, undefined, (stations) => requeue(command, stations));
    case 'run':
      return withStations(world, command.server, (stations) => run(stations, world));
    case 'help':
      return ok({ document: {}, text: USAGE });
    default:
      return assertNever(command);
  }
}

async function withStations(
  world: World,
  server: string | undefined,
  work: (stations: Stations) => Promise<Ending>,
): Promise<Ending> {
  const opened = await world.openStations(server);
  if (!opened.ok) return opened;
  for (const notice of opened.value.notices)
    if (notice.is === 'file-set-aside')
      world.tell(`${notice.fileName} is damaged; it is kept as ${notice.keptAs}`);
  try {
    return await work(opened.value);
  } finally {
    await opened.value.close();
  }
}

/** Exactly one JSON document on stdout, or the text for a person. */
function answer(document: Readonly<Record<string, unknown>>, text: string): void {
  process.stdout.write(`${asJson ? JSON.stringify(document) : text}\n`);
}

function failed(fault: Fault, exitCode: 1 | 2): number {
  const leftInQueue = fault.facts?.['leftInQueue'] ? ' It is left in the queue: go on with “run”.' : '';
  const message = faultLine(fault) + leftInQueue;
  if (asJson) process.stdout.write(`${JSON.stringify({ error: { ...faultDocument(fault), message } })}\n`);
  else process.stderr.write(`timbre: ${message}${fault.traceId ? ` (trace ${fault.traceId})` : ''}\n`);
  return exitCode;
}
