import { join } from 'node:path';
import { app, type BrowserWindow, dialog, nativeTheme, session } from 'electron';
import type { Answers } from './boot/answers.ts';
import { type Desk, joinDesktop } from './boot/desk/desk.ts';
import { newId } from './boot/ids.ts';
import type { TakeListening } from './boot/samples/listening.ts';
import type { Stations } from './boot/stations.ts';
import type { Desktop } from './contract/desktop.ts';
import { faultWords } from './contract/fault-words.ts';
import { findHome } from './library/home.ts';
import type { QualityDesk } from './recording/quality/quality-desk.ts';
import type { Recorder } from './recording/recorder.ts';
import { createAttention } from './shell/attention.ts';
import { createDesktop } from './shell/desktop.ts';
import { frameLine } from './shell/frame-line.ts';
import { openGate } from './shell/gate.ts';
import { allowMicrophoneOnly } from './shell/hardening.ts';
import { setMenu } from './shell/menu.ts';
import { createPower } from './shell/power.ts';
import { registerScheme, serveScheme } from './shell/scheme.ts';
import { startUtilityProcess } from './shell/utility-process.ts';
import { openWindow } from './shell/window.ts';

/** How long quitting waits for the last writes, in milliseconds. */
const QUIT_MS = 6000;
/** How long after the start takes that were not listened to yet are, in milliseconds. */
const CATCH_UP_MS = 5000;

const home = findHome(process.env, process.platform);
app.setPath('userData', home.window);
// As root on Linux Chromium's sandbox cannot be had, and forcing it would leave no window at all.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// Sound in a thread of this process rather than a process of its own saves 15 MB, measured sample-exact on Linux; the
// other systems keep Chromium's way until it is measured there.
if (process.platform === 'linux')
  app.commandLine.appendSwitch('disable-features', 'AudioServiceOutOfProcess');
registerScheme();
// By this name Windows knows whose notifications they are.
if (process.platform === 'win32') app.setAppUserModelId('example.timbre.Timbre');

if (app.requestSingleInstanceLock()) void app.whenReady().then(boot);
else app.quit();

/** The window comes up while the data folder is being opened; what it asks meanwhile waits. */
async function boot(): Promise<void> {
  let window: BrowserWindow | undefined;
  let desk: Desk | undefined;
  const desktop = createDesktop(() => window);
  // Not before the window is on its way: loading and opening all the parts takes as long as the browser's own start.
  const watching = { batches: false };
  const opening = Promise.resolve().then(() => openParts(desktop, watching));
  const gate = openGate({
    window: () => window,
    answers: opening.then((parts) => parts.answers),
    onFrames: (takeId, port) =>
      void opening.then(({ recorder }) => recorder.connect(takeId, frameLine(port))),
  });
  allowMicrophoneOnly(session.defaultSession);
  serveScheme({
    session: session.defaultSession,
    root: join(app.getAppPath(), 'out', 'renderer'),
    findSound: async (what, id) => {
      const { stations } = await opening;
      if (what === 'samples') return stations.samples.file(...clipNamed(id));
      const shelf = stations[what];
      return shelf.get(id) ? shelf.path(id) : undefined;
    },
  });
  setMenu();
  const open = () => {
    window = openWindow(join(app.getAppPath(), 'out', 'preload', 'preload.cjs'));
    window.once('closed', () => {
      window = undefined;
    });
    window.webContents.on('render-process-gone', () => window?.webContents.reload());
    window.on('focus', () => {
      gate.send('microphone.changed', desktop.microphone());
      void opening.then(() => desk?.looked());
    });
    const isShown = (is: boolean) => () => gate.send('window.shown', is);
    window.on('hide', isShown(false)).on('minimize', isShown(false));
    window.on('show', isShown(true)).on('restore', isShown(true));
  };
  open();
  app.on('second-instance', () => (window ? window.focus() : open()));
  app.on('activate', () => window ?? open());
  app.on('window-all-closed', () => app.quit());

  const { stations, recorder, listening, quality } = await opening;
  const { events, settings, runner, servers } = stations;
  events.listen((name, value) => gate.send(name, value));
  events.listen((name) => {
    if (name === 'settings.changed') nativeTheme.themeSource = settings.get().appearance;
  });
  nativeTheme.themeSource = settings.get().appearance;
  desk = joinDesktop({
    ...{ stations, attention: createAttention(() => window, open), power: createPower() },
    isShown: () => watching.batches,
  });
  runner.start();
  void servers.check();
  setTimeout(() => void listening.catchUp(), CATCH_UP_MS).unref();
  closeInOrder(async () => {
    desk?.close();
    await recorder.stopAll();
    await quality.close();
    listening.close();
    await stations.close();
  });
}

/** `<revision>-<index>` as `samplePath` of the contract makes it. */
function clipNamed(name: string): [revision: number, index: number] {
  const [revision, index] = name.split('-').map(Number);
  return [revision ?? -1, index ?? -1];
}

interface Parts {
  readonly stations: Stations;
  readonly recorder: Recorder;
  readonly listening: TakeListening;
  readonly quality: QualityDesk;
  readonly answers: Answers;
}

/** Opens the data folder and builds everything on it; where that fails, says why and ends the app. */
async function openParts(desktop: Desktop, watching: { batches: boolean }): Promise<Parts> {
  const [
    { openStations },
    { openCloneModel },
    { localServerIn },
    { electronStoreIn },
    { createRecorder },
    { listenerIn, listenToTakes },
    { createAnswers },
    { openSoundInThread },
    { cleanInThread },
    { createQualityDesk },
    vault,
  ] = await Promise.all([
    import('./boot/stations.ts'),
    import('./boot/clone-model.ts'),
    import('./boot/servers/local-server-in.ts'),
    import('./shell/store.ts'),
    import('./recording/recorder.ts'),
    import('./boot/samples/listening.ts'),
    import('./boot/answers.ts'),
    import('./recording/decoding/sound-thread.ts'),
    import('./recording/cleaning/clean-thread.ts'),
    import('./recording/quality/quality-desk.ts'),
    import('./shell/vault.ts').then(({ openVault }) => openVault()),
  ]);
  const bundle = bundleFolder();
  const cloneModel = await openCloneModel({ folder: home.models, bundle, start: startUtilityProcess });
  const opened = await openStations({
    home,
    env: process.env,
    openStore: electronStoreIn(home.root),
    startLocal: localServerIn({ folder: home.localServer, bundle, cloner: cloneModel.cloner }),
    cloneModel,
    openSound: openSoundInThread({ workerFile: join(bundle, 'sound-worker.cjs') }),
    who: 'the app',
    vault,
  });
  if (!opened.ok) {
    const { happened, kept, todo } = faultWords(opened.fault);
    console.error(`timbre: ${opened.fault.code}: ${happened}`);
    dialog.showErrorBox(happened, `${kept}\n\n${todo}`);
    app.exit(1);
    return new Promise(() => undefined);
  }
  const stations = opened.value;
  const { takes, now, events } = stations;
  const listener = listenerIn({ bundle, start: startUtilityProcess });
  const listening = listenToTakes({ stations, listener });
  const recorder = createRecorder({
    keeper: takes,
    now,
    newId: () => newId('take', now()),
    onBlock: listening.onBlock,
    onEnded: (take, fault) => {
      events.emit('take.changed', take);
      if (fault) events.emit('take.broken', { id: take.id, fault });
    },
  });
  const clean = cleanInThread({
    workerFile: join(bundleFolder(), 'clean-worker.cjs'),
    wasmFile: join(bundleFolder(), 'rnnoise.wasm'),
  });
  const quality = createQualityDesk({ workerFile: join(bundleFolder(), 'quality-worker.cjs') });
  const answers = createAnswers({
    ...{ stations, recorder, desktop, clean, quality },
    onWatching(batches) {
      watching.batches = batches;
    },
  });
  return { stations, recorder, listening, quality, answers };
}

/** Lets the app quit only when the last writes are done, or have had their time. */
function closeInOrder(close: () => Promise<void>): void {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    const bound = new Promise((resolve) => setTimeout(resolve, QUIT_MS));
    void Promise.race([close(), bound]).finally(() => {
      isClosed = true;
      app.quit();
    });
  });
}

/** Where the bundles lie; a thread and its WebAssembly are read from outside the archive. */
function bundleFolder(): string {
  return join(app.getAppPath().replace(/app\.asar$/, 'app.asar.unpacked'), 'out', 'main');
}
