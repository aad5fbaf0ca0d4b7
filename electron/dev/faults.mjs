// @ts-check
// `npm run faults`: the suites of test/faults, in which things go wrong many times over. Each word after `--` chooses the
// suites with it in their file's name.
import { ensureBuild } from './build.mjs';
import { runScript } from './checkout.mjs';
import { run, tool } from './commands.mjs';
import { ensurePackages } from './packages.mjs';

await runScript(async () => {
  await ensurePackages();
  await ensureBuild();
  const play = [...tool('vitest'), 'run', '--config', 'test/faults/faults.config.ts'];
  const { code } = await run([...play, ...process.argv.slice(2)], { output: 'shown', group: true });
  return code;
});
