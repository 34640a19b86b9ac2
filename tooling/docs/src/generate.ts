/** `pnpm generate [--check]`: everything that is committed and made from something else. Exits 1 when a part fails or is stale. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const repository = resolve(import.meta.dirname, '../../..');
const parts = ['packages/queries/tools/generate.ts', 'tooling/docs/src/write-docs.ts'];

// A signal goes to the part as well, which cleans up and says how it ended.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);

const ENDED_BY_A_SIGNAL = 128;

let code = 0;
for (const part of parts) {
  const argv = [...process.execArgv, part, ...process.argv.slice(2)];
  code = Math.max(code, spawnSync(process.execPath, argv, { cwd: repository, stdio: 'inherit' }).status ?? 1);
  if (code > ENDED_BY_A_SIGNAL) break;
}
process.exitCode = code;
