import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { compileIncludes, invalidMessageReason, type Revision, readHistory, serializeRevert } from '@godwit/history';
import { parseStatements } from '@godwit/migrator';
import * as v from 'valibot';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { GraphileMigrateFailed, NothingToCommit, VagueMessage } from '../graphile-migrate/errors.ts';
import { runGraphileMigrate } from '../graphile-migrate/run-graphile-migrate.ts';
import { displayPath } from '../session/open-history.ts';
import { UsageError } from '../usage-error.ts';

const Options = v.object({ message: v.optional(v.string()) });

/** Messages that the users' manuals name as bad examples, and their kin. */
const VAGUE = /^(update|updates|change|changes|fix|fixes|fix stuff|stuff|wip|misc|test|tmp|migration|new migration)\W*$/i;

const BLANK_REVERT = '-- Write its way back here.\n';

/** Makes `current.sql` the next revision through graphile-migrate and writes its way back beside it. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const message = checkMessage(v.parse(Options, input.options).message);
  const folder = context.config().migrationsFolder;
  const before = new Set((await readHistory(folder)).revisions.map(({ hash }) => hash));
  const currentFile = join(folder, 'current.sql');
  const written = await readFile(currentFile, 'utf8');
  if (await isBlank(written)) throw new NothingToCommit(displayPath(context, currentFile));
  const compiled = compileIncludes({ text: written, file: displayPath(context, currentFile), folder }).text;
  if (compiled !== written) await writeFile(currentFile, compiled);
  const code = await runGraphileMigrate(context, input, ['commit', '--message', message]);
  if (code !== 0) {
    await writeFile(currentFile, written);
    throw new GraphileMigrateFailed('commit', code);
  }
  const revision = (await readHistory(folder)).revisions.find(({ hash }) => !before.has(hash));
  if (revision) await moveRevert(context, folder, revision);
  return 0;
}

function checkMessage(message: string | undefined): string {
  if (message === undefined || message.trim() === '') throw new VagueMessage(null);
  if (VAGUE.test(message.trim())) throw new VagueMessage(message);
  const reason = invalidMessageReason(message);
  if (reason) throw new UsageError({ message: `The message cannot be used: ${reason}`, help: 'one line of at most 512 characters' });
  return message.trim();
}

/** Writes the content of `revert.sql` to `reverts/`, tied to the revision by its hash, and blanks it. */
async function moveRevert(context: CommandContext, folder: string, revision: Revision): Promise<void> {
  const { output } = context;
  const source = join(folder, 'revert.sql');
  const body = existsSync(source) ? await readFile(source, 'utf8') : '';
  output.line(`${output.style.green('✔')} ${displayPath(context, revision.path)}`);
  if (await isBlank(body)) {
    output.line(`${output.style.yellow('!')} revert.sql is blank, so ${revision.name} cannot be taken back`);
    output.line(`next: write ${displayPath(context, join(folder, 'reverts', basename(revision.path)))}, or ${context.invocation} uncommit`);
    return;
  }
  const target = join(folder, 'reverts', basename(revision.path));
  await mkdir(join(folder, 'reverts'), { recursive: true });
  await writeFile(`${target}.tmp`, serializeRevert({ kind: 'sql', reverts: revision.hash, body }));
  await rename(`${target}.tmp`, target);
  await writeFile(source, BLANK_REVERT);
  output.line(`${output.style.green('✔')} ${displayPath(context, target)}`);
  output.line(`next: ${context.invocation} downgrade -1, then ${context.invocation} upgrade, to try its way back`);
}

/** Nothing but comments and white space. */
async function isBlank(sql: string): Promise<boolean> {
  const { statements, problem } = await parseStatements(sql);
  return statements.length === 0 && problem === null;
}
