import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A session of its own with a keyring that can be taken away and brought back. */
export interface SessionKeyring {
  /** For the app that shall find it. */
  readonly env: Readonly<Record<string, string>>;
  readonly takeAway: () => Promise<void>;
  readonly bringBack: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const DAEMON = 'gnome-keyring-daemon';

/** Why there can be none here; undefined where there can. */
export function whyNoKeyring(): string | undefined {
  if (process.platform !== 'linux') return 'the keyring of GNOME is of Linux';
  const missing = [DAEMON, 'dbus-daemon', 'dbus-send'].find(
    (name) => spawnSync(name, ['--help']).error !== undefined,
  );
  return missing && `${missing} is not installed`;
}

/** Starts a bus and an unlocked keyring, both without anything of the person's own session. */
export async function startSessionKeyring(): Promise<SessionKeyring> {
  // Short: the path of a socket may have about a hundred characters.
  const folder = mkdtempSync(join(tmpdir(), 'tk-'));
  const runtime = join(folder, 'run');
  mkdirSync(runtime, { mode: 0o700 });
  const address = `unix:path=${join(folder, 'bus')}`;
  writeFileSync(join(folder, 'bus.conf'), busConfig(address));
  const env = {
    ...{ HOME: folder, XDG_RUNTIME_DIR: runtime, DBUS_SESSION_BUS_ADDRESS: address },
    XDG_CURRENT_DESKTOP: 'GNOME',
  };
  const bus = spawn(
    'dbus-daemon',
    [`--config-file=${join(folder, 'bus.conf')}`, '--nofork', '--print-address'],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  await firstWords(bus);
  let keyring: ChildProcess | undefined;
  const session: SessionKeyring = {
    env,
    async bringBack() {
      keyring = spawn(DAEMON, ['--foreground', '--unlock', '--components=secrets'], {
        env: { ...process.env, ...env },
        stdio: ['pipe', 'ignore', 'ignore'],
      });
      keyring.stdin?.end('a password');
      await until(() => isOnBus(env));
    },
    async takeAway() {
      await ended(keyring);
      await until(() => !isOnBus(env));
    },
    async close() {
      await ended(keyring);
      await ended(bus);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  await session.bringBack();
  return session;
}

/** A bus that starts nothing by itself: a keyring that was taken away stays away. */
function busConfig(address: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>${address}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
}

/** Whether somebody on this bus keeps secrets. */
function isOnBus(env: Readonly<Record<string, string>>): boolean {
  const ask = 'org.freedesktop.DBus.NameHasOwner';
  const { stdout } = spawnSync(
    'dbus-send',
    ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/', ask, 'string:org.freedesktop.secrets'],
    { env: { ...process.env, ...env }, encoding: 'utf8' },
  );
  return stdout.includes('boolean true');
}

async function until(isSo: () => boolean): Promise<void> {
  for (let looks = 0; looks < 100; looks++) {
    if (isSo()) return;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  throw new Error('the keyring neither came nor went in ten seconds');
}

/** The bus says where it can be reached once it can. */
function firstWords(child: ChildProcess): Promise<void> {
  return new Promise((done, refuse) => {
    child.stdout?.once('data', () => done());
    child.once('exit', (code) => refuse(new Error(`it ended at once, with ${code}`)));
  });
}

function ended(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    child.once('exit', () => done());
    child.kill();
  });
}
