import { expect, test } from 'vitest';
import { createEmitter } from '../../../electron/boot/emitter.ts';
import { createExportDesk, type ExportRun } from '../../../electron/boot/exports/export-desk.ts';
import { fail, ok, type Result } from '../../../electron/result.ts';

function world() {
  const events = createEmitter();
  const told: unknown[] = [];
  events.listen((name, value) => void told.push([name, value]));
  return { desk: createExportDesk(events), told };
}

/** Runs until it is told to stop. */
const endless = ({ signal }: ExportRun) =>
  new Promise<Result<readonly string[]>>((resolve) =>
    signal.addEventListener('abort', () => resolve(fail('canceled'))),
  );

test('an export tells how far it is under its name, and where it went', async () => {
  const { desk, told } = world();
  const done = await desk.run('b1', async ({ onProgress }) => {
    onProgress(1, 2);
    return ok(['/m/a.wav', '/m/b.wav']);
  });
  expect(done).toEqual(ok(['/m/a.wav', '/m/b.wav']));
  expect(told).toEqual([['export.progress', { exportId: 'b1', done: 1, of: 2 }]]);
  expect(desk.lastOf('b1')).toBe('/m/a.wav');
  expect(desk.lastOf('b2')).toBeUndefined();
});

test('an export ends when it is canceled, when another of its name begins, and when the app closes', async () => {
  const { desk } = world();
  const first = desk.run('b1', endless);
  desk.cancel('other');
  desk.cancel('b1');
  expect(await first).toMatchObject({ fault: { code: 'canceled' } });
  expect(desk.lastOf('b1')).toBeUndefined();
  const second = desk.run('b1', endless);
  const third = desk.run('b1', endless);
  expect(await second).toMatchObject({ fault: { code: 'canceled' } });
  await new Promise((resolve) => setTimeout(resolve));
  await desk.close();
  expect(await third).toMatchObject({ fault: { code: 'canceled' } });
});
