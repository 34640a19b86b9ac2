import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { headOf, readHistory } from '@godwit/history';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { GraphileMigrateFailed } from '../graphile-migrate/errors.ts';
import { runGraphileMigrate } from '../graphile-migrate/run-graphile-migrate.ts';

/** Opens the last revision again through graphile-migrate: its SQL goes back to `current.sql`, its way back to `revert.sql`. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const folder = context.config().migrationsFolder;
  const head = headOf(await readHistory(folder));
  const code = await runGraphileMigrate(context, input, ['uncommit']);
  if (code !== 0) throw new GraphileMigrateFailed('uncommit', code);
  if (head?.revert?.kind === 'sql') await writeFile(join(folder, 'revert.sql'), head.revert.body);
  if (head?.revert && existsSync(head.revert.path)) await rm(head.revert.path);
  const { output } = context;
  output.line(
    `${output.style.green('✔')} ${head?.name ?? 'the last revision'} is current.sql again${head?.revert?.kind === 'sql' ? ', its way back is revert.sql' : ''}`,
  );
  output.line(`next: edit it, then ${context.invocation} commit -m "…"`);
  return 0;
}
