import { fail, ok, type Result } from '../../electron/result.ts';
import type { Capture, FromCapture, openCapture } from './capture.ts';
import type { Microphone, OpenDevice } from './device.ts';
import type { StreamState } from './recorder.ts';

/** The microphones of this computer. */
export interface MicrophoneList {
  list(): Promise<readonly Microphone[]>;
  /** Calls when one is plugged in or out; answers the undo. */
  onChanged(listener: () => void): () => void;
}

/** The one microphone that is open: opened when it is wanted, closed when it is not and no take needs it. */
export interface LiveMicrophone {
  state(): StreamState;
  /** The open one. */
  capture(): Capture | undefined;
  /** Open from now on, for a screen that shows its level. */
  want(deviceId: string | null): Promise<void>;
  unwant(): void;
  /** Open now, for a take; resolves when samples flow. */
  ensure(deviceId: string | null): Promise<Result<OpenDevice>>;
  /** No take needs it any more: closes or changes it where that was wanted meanwhile. */
  settle(): void;
  /** Tries again what is wanted and not open. */
  retry(): void;
}

interface Opened {
  readonly deviceId: string | null;
  capture?: Capture;
  readonly ready: Promise<Result<OpenDevice>>;
  settle(result: Result<OpenDevice>): void;
}

/** `inUse`: whether a take needs it. `hear` gets what the open microphone tells, `onChange` follows a change of state. */
export function createLiveMicrophone(parts: {
  open: typeof openCapture;
  microphones: MicrophoneList;
  inUse: () => boolean;
  hear: (message: FromCapture) => void;
  onChange: () => void;
}): LiveMicrophone {
  const { microphones, inUse, hear, onChange } = parts;
  let state: StreamState = { is: 'closed' };
  let wanted: { readonly deviceId: string | null } | undefined;
  let current: Opened | undefined;

  const become = (next: StreamState) => {
    state = next;
    onChange();
  };

  const release = (next: StreamState) => {
    const gone = current;
    current = undefined;
    gone?.capture?.close();
    gone?.settle(next.is === 'failed' ? { ok: false, fault: next.fault } : fail('microphone-lost'));
    if (gone || state.is !== next.is) become(next);
  };

  const receive = (one: Opened, message: FromCapture) => {
    if (current !== one || !one.capture) return;
    if (message.kind === 'started') {
      const device = one.capture.device(message.sampleRate);
      become({ is: 'open', device, muted: false });
      one.settle(ok(device));
    } else if (message.kind === 'gone') {
      release({
        is: 'failed',
        fault: { code: message.why === 'failed' ? 'capture-failed' : 'microphone-lost' },
      });
    } else if (message.kind === 'muted' || message.kind === 'unmuted') {
      if (state.is === 'open') become({ ...state, muted: message.kind === 'muted' });
    }
    hear(message);
  };

  const ensure = (deviceId: string | null): Promise<Result<OpenDevice>> => {
    if (current?.deviceId === deviceId) return current.ready;
    release({ is: 'closed' });
    let settle: Opened['settle'] = () => undefined;
    const ready = new Promise<Result<OpenDevice>>((resolve) => {
      settle = resolve;
    });
    const one: Opened = { deviceId, ready, settle };
    current = one;
    become({ is: 'opening' });
    void parts
      .open(deviceId, (message) => receive(one, message))
      .then((opened) => {
        if (current !== one) return opened.ok ? opened.value.close() : undefined;
        if (opened.ok) one.capture = opened.value;
        else release({ is: 'failed', fault: opened.fault });
      });
    return ready;
  };

  const retry = () => {
    if (wanted && !current) void ensure(wanted.deviceId);
  };

  microphones.onChanged(async () => {
    const there = await microphones.list();
    const id = state.is === 'open' ? state.device.id : '';
    // Where the system goes by "default", it says itself when that one ends.
    const isListed = there.some((microphone) => microphone.id === id) || id === '' || id === 'default';
    if (!isListed) current?.capture?.tell({ kind: 'lose' });
    retry();
  });

  return {
    state: () => state,
    capture: () => (state.is === 'open' ? current?.capture : undefined),
    async want(deviceId) {
      wanted = { deviceId };
      if (!inUse()) await ensure(deviceId);
    },
    unwant() {
      wanted = undefined;
      if (!inUse()) release({ is: 'closed' });
    },
    ensure,
    settle() {
      if (!wanted) release({ is: 'closed' });
      else void ensure(wanted.deviceId);
    },
    retry,
  };
}
