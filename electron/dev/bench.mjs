// @ts-check
// `npm run bench`: the measurements of test/bench, in the real app on a hidden screen.
import { ensureBuild } from './build.mjs';
import { runScript } from './checkout.mjs';
import { run, tool } from './commands.mjs';
import { onHiddenScreen } from './display.mjs';
import { ensurePackages, ensureSystemPackages } from './packages.mjs';
import { ensureRuntime, runtimeEnvironment } from './runtime.mjs';

await runScript(async () => {
  await ensureSystemPackages('hidden window');
  await ensurePackages();
  const env = runtimeEnvironment(await ensureRuntime());
  await ensureBuild();
  const play = [...tool('@playwright/test', 'playwright'), 'test', '-c', 'test/bench/bench.config.ts'];
  const command = onHiddenScreen([...play, ...process.argv.slice(2)]);
  const { code } = await run(command, { output: 'shown', group: true, env });
  return code;
});
