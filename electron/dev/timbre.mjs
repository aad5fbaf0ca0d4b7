// @ts-check
// `npm run timbre -- …`: the command line, built first when need be. All that is said here goes to stderr.

import { ensureBuild } from './build.mjs';
import { runScript } from './checkout.mjs';
import { run } from './commands.mjs';
import { ensurePackages } from './packages.mjs';

await runScript(async () => {
  await ensurePackages();
  await ensureBuild();
  const command = [process.execPath, 'out/main/timbre.cjs', ...process.argv.slice(2)];
  const { code } = await run(command, { output: 'theirs' });
  return code;
});
