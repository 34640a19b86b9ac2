/** `pnpm generate [--check]`: everything that is committed and made from something else. Exits 1 when a part fails or is stale. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const repository = resolve(import.meta.dirname, '../../..');
const parts = ['packages/queries/tools/generate.ts', 'tooling/docs/src/write-docs.ts'];

const codes = parts.map(
  (part) =>
    spawnSync(process.execPath, [...process.execArgv, part, ...process.argv.slice(2)], { cwd: repository, stdio: 'inherit' }).status ?? 1,
);
process.exitCode = Math.max(...codes);
