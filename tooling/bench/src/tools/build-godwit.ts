import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const repository = resolve(import.meta.dirname, '../../../..');

/**
 * Builds the command from the sources as they are and gives its script: the file that npm publishes, without a package manager
 * or type stripping in the way.
 *
 * @throws Error when it does not build
 */
export function buildGodwit(): string {
  const cli = join(repository, 'packages/cli');
  const build = spawnSync(process.execPath, [join(repository, 'tooling/build/src/build.ts')], { cwd: cli, encoding: 'utf8' });
  if (build.status !== 0) throw new Error(`packages/cli does not build\n${build.stdout}${build.stderr}`);
  const script = join(cli, 'bin/godwit.js');
  if (!existsSync(script)) throw new Error(`${script} is missing`);
  return script;
}
