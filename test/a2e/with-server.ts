import { afterEach, beforeEach } from 'vitest';
import type { A2eClient, A2eClientOptions, A2eResult } from '../../electron/a2e/client.ts';
import { createA2eClient } from '../../electron/a2e/create-client.ts';
import type { A2eTimeouts } from '../../electron/a2e/timeouts.ts';
import type { Fault } from '../../electron/result.ts';
import { type RudeServer, startRudeServer } from './rude-server.ts';

export const TOKEN = 'sk_eyJhbGciOi.J9-secret_token.abc123';
export const SIGNED = 'X-Amz-Signature=verysecretsignature&X-Amz-Expires=60';

/** Short enough for a test, long enough for a busy machine to answer on 127.0.0.1. */
export const PATIENCE: A2eTimeouts = {
  call: 3000,
  train: 3000,
  speak: 3000,
  upload: 3000,
  download: 3000,
  idle: 3000,
  pause: 5,
};

/** For the tests in which the server never ends. */
export const IMPATIENT: A2eTimeouts = {
  ...PATIENCE,
  call: 150,
  train: 150,
  speak: 150,
  upload: 150,
  idle: 150,
};

export interface Bench {
  readonly server: RudeServer;
  client(options?: Partial<A2eClientOptions>): A2eClient;
}

/** A fresh rude server for each test, and clients of it. */
export function withServer(): Bench {
  let server: RudeServer | undefined;
  beforeEach(async () => {
    server = await startRudeServer();
  });
  afterEach(() => server?.close());
  const running = () => {
    if (server === undefined) throw new Error('only within a test');
    return server;
  };
  return {
    get server() {
      return running();
    },
    client: (options = {}) =>
      createA2eClient({ baseUrl: running().url, token: () => TOKEN, timeouts: PATIENCE, ...options }),
  };
}

/** The value of a success; throws the fault otherwise. */
export function successOf<T>(result: A2eResult<T>): T {
  if (!result.ok) throw new Error(`unexpected fault ${JSON.stringify(result.fault)}`);
  return result.value;
}

/** The fault of a failure; throws where it was a success. */
export function faultOf(result: A2eResult<unknown>): Fault {
  if (result.ok) throw new Error(`unexpected success ${JSON.stringify(result.value)}`);
  return result.fault;
}

/** `code` 0 around the data. */
export function fine(data: unknown) {
  return { json: { code: 0, data, trace_id: 'trace-1' } };
}
