import { expect, test } from '@playwright/test';
import { launchApp, temporaryHome } from './launch.ts';

test('the window is hostile ground: it gets the contract and nothing else', async () => {
  const { home, remove } = temporaryHome();
  const { app, page } = await launchApp({ home });
  try {
    await test.step('no Node, no Electron, one frozen bridge', async () => {
      const seen = await page.evaluate(() => ({
        node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
        bridge: Object.keys((window as unknown as { timbre: object }).timbre).sort(),
        origin: window.location.href,
        isSecure: window.isSecureContext,
      }));
      expect(seen).toEqual({
        node: [],
        bridge: ['call', 'importFiles', 'on'],
        origin: 'app://bundle/index.html',
        isSecure: true,
      });
      const preferences = await app.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        const inner = contents as unknown as { getLastWebPreferences(): Record<string, unknown> } | undefined;
        return { ...inner?.getLastWebPreferences(), throttled: contents?.backgroundThrottling };
      });
      expect(preferences).toMatchObject({
        ...{ sandbox: true, contextIsolation: true, nodeIntegration: false },
        ...{ webSecurity: true, throttled: false },
      });
    });

    await test.step('the page carries the policy, and injected script does not run', async () => {
      const answer = await page.evaluate(async () => {
        const response = await fetch('/index.html');
        const script = document.createElement('script');
        script.textContent = 'window.injected = true';
        document.body.append(script);
        return {
          policy: response.headers.get('content-security-policy') ?? '',
          injected: 'injected' in window,
        };
      });
      expect(answer.policy).toContain("default-src 'none'");
      expect(answer.policy).toContain("script-src 'self';");
      expect(answer.policy).not.toContain('unsafe');
      expect(answer.injected).toBe(false);
    });

    await test.step('nothing outside can be reached or opened', async () => {
      const outside = await page.evaluate(async () => {
        const opened = window.open('https://example.com');
        const fetched = await fetch('https://example.com').then(
          () => 'fetched',
          () => 'refused',
        );
        window.location.href = 'https://example.com';
        return { opened: opened === null, fetched };
      });
      expect(outside).toEqual({ opened: true, fetched: 'refused' });
      await page.waitForTimeout(300);
      expect(page.url()).toBe('app://bundle/index.html');
      expect(app.windows()).toHaveLength(1);
    });

    await test.step('no file beside the bundle and no sound that is not kept is served', async () => {
      const statuses = await page.evaluate(() =>
        Promise.all(
          [
            '/../main/main.cjs',
            '/%2e%2e/main/main.cjs',
            '/..%2fmain%2fmain.cjs',
            '/media/takes/nothing.wav',
            '/media/takes/..%2f..%2fvoices.json',
          ].map(async (path) => (await fetch(path)).status),
        ),
      );
      expect(statuses).toEqual([404, 404, 404, 404, 404]);
    });

    await test.step('the microphone is allowed, and nothing else', async () => {
      const allowed = await page.evaluate(async () => {
        const ask = (constraints: MediaStreamConstraints) =>
          navigator.mediaDevices.getUserMedia(constraints).then(
            (stream) => {
              for (const track of stream.getTracks()) track.stop();
              return 'allowed';
            },
            (error: Error) => error.name,
          );
        const place = await new Promise<string>((resolve) => {
          navigator.geolocation.getCurrentPosition(
            () => resolve('allowed'),
            () => resolve('refused'),
          );
        });
        return {
          audio: await ask({ audio: true }),
          video: await ask({ video: true }),
          both: await ask({ audio: true, video: true }),
          place,
          notify: await Notification.requestPermission(),
        };
      });
      expect(allowed).toEqual({
        ...{ audio: 'allowed', video: 'NotAllowedError', both: 'NotAllowedError' },
        ...{ place: 'refused', notify: 'denied' },
      });
    });

    await test.step('a call with a bad name or argument goes no further', async () => {
      const codes = await page.evaluate(async () => {
        const { call } = (
          window as unknown as { timbre: { call(name: unknown, ask: unknown): Promise<unknown> } }
        ).timbre;
        const asks: [unknown, unknown][] = [
          ['take.stop', { takeId: '../../x', samples: 1 }],
          ['take.begin', { device: 'x', sampleRate: 1e12 }],
          ['voice.make', { name: 'x' }],
          ['speech.say', { voiceId: 'v', text: 5, speed: 1 }],
          ['folder.show', { what: '/etc' }],
          ['settings.change', { bitDepth: 8 }],
          ['settings.change', JSON.parse('{"__proto__":{"polluted":1},"other":2}')],
          ['app.open', 'x'],
        ];
        return Promise.all(
          asks.map(async ([name, ask]) => {
            const answer = (await call(name, ask)) as { fault?: { code: string } };
            return answer.fault?.code;
          }),
        );
      });
      expect(codes).toEqual(codes.map(() => 'bad-argument'));
      const unknown = await page.evaluate(() =>
        (window as unknown as { timbre: { call(name: string, ask: null): Promise<unknown> } }).timbre
          .call('shell.exec', null)
          .then(
            () => 'answered',
            () => 'refused',
          ),
      );
      expect(unknown).toBe('refused');
    });
  } finally {
    await app.close();
    remove();
  }
});
