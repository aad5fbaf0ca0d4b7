// @ts-check
// `npm run timbre -- …`: the command line, built first when need be. All that is said here goes to stderr.

import path from 'node:path';
import { ensureBuild } from './build.mjs';
import { root, runScript } from './checkout.mjs';
import { run } from './commands.mjs';
import { ensurePackages } from './packages.mjs';

await runScript(async () => {
  await ensurePackages();
  await ensureBuild();
  const command = [process.execPath, path.join(root, 'out/main/timbre.cjs'), ...process.argv.slice(2)];
  // npm says where it was called from: paths that a person types are meant from there.
  const { code } = await run(command, { output: 'theirs', cwd: process.env['INIT_CWD'] ?? root });
  return code;
});
