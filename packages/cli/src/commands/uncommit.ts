import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assertSound, type History, headOf, type Revision } from '@godwit/history';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { isBlank, readCurrentFiles } from '../graphile-migrate/current-files.ts';
import { GraphileMigrateFailed, NothingToUncommit } from '../graphile-migrate/errors.ts';
import { revertInDatabase } from '../graphile-migrate/revert-in-database.ts';
import { runGraphileMigrate } from '../graphile-migrate/run-graphile-migrate.ts';
import { displayPath, openHistory } from '../session/open-history.ts';

/** Opens the last revision again through graphile-migrate: its SQL goes back to `current.sql`, its way back to `revert.sql`. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const history = await openHistory(context);
  assertSound(history);
  const head = headOf(history);
  if (head === null) throw new NothingToUncommit('There is no revision to open again', 'godwit history');
  await refuseUnsaved(context, head);
  const reverted = await revertInDatabase(context, input, { history, head });
  await orAsBefore([head.path, ...(await readCurrentFiles(context.config().migrationsFolder)).map(({ path }) => path)], async () => {
    const code = await runGraphileMigrate(context, input, { argv: ['uncommit'], shadow: true });
    if (code !== 0) throw new GraphileMigrateFailed('uncommit', code);
  });
  await restoreRevert(context, head);
  print(context, { history, head, reverted });
  return 0;
}

/** What stands in `current.sql` or `revert.sql` would be lost. */
async function refuseUnsaved(context: CommandContext, head: Revision): Promise<void> {
  const folder = context.config().migrationsFolder;
  const revert = join(folder, 'revert.sql');
  const files = await readCurrentFiles(folder);
  const unsaved = [...files.map(({ path }) => path), ...(head.revert?.kind === 'sql' && existsSync(revert) ? [revert] : [])];
  for (const path of unsaved) {
    const text = files.find((file) => file.path === path)?.text ?? (await readFile(path, 'utf8'));
    if (await isBlank(text)) continue;
    const message = `${displayPath(context, path)} is not blank, and ${head.name} would take its place`;
    throw new NothingToUncommit(message, 'commit it first (godwit commit -m "…"), or move it elsewhere');
  }
}

/** graphile-migrate moves the files first, and tries the shadow database afterwards. */
async function orAsBefore(paths: readonly string[], work: () => Promise<void>): Promise<void> {
  const before = await Promise.all(paths.map(async (path) => [path, await readFile(path)] as const));
  try {
    await work();
  } catch (error) {
    for (const [path, content] of before) {
      await rm(path, { force: true });
      await writeFile(path, content);
    }
    throw error;
  }
}

async function restoreRevert(context: CommandContext, { revert }: Revision): Promise<void> {
  if (revert === null) return;
  if (revert.kind === 'sql') await writeFile(join(context.config().migrationsFolder, 'revert.sql'), revert.body);
  await rm(revert.path, { force: true });
}

interface Finished {
  readonly history: History;
  readonly head: Revision;
  readonly reverted: boolean;
}

function print(context: CommandContext, { history, head, reverted }: Finished): void {
  const { output, invocation } = context;
  const hasRevert = head.revert?.kind === 'sql';
  const previous = history.revisions.find(({ hash }) => hash === head.previousHash)?.name ?? 'base';
  if (output.json) {
    output.value({ opened: head.name, head: previous, revert: hasRevert, reverted });
    return;
  }
  const { green, yellow } = output.style;
  output.line(`${green('✔')} ${head.name} is current.sql again${hasRevert ? ', its way back is revert.sql' : ''}; head is ${previous}`);
  if (!reverted) output.line(`${yellow('!')} what it did to a database stays there: current.sql must stand being run again`);
  output.line(`next: edit it, then ${invocation} commit -m "…"`);
}
