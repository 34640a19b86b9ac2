import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { assertSound, type History, headOf, invalidMessageReason, type Revision, serializeRevert } from '@godwit/history';
import * as v from 'valibot';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { checkBody } from '../graphile-migrate/check-body.ts';
import { compileFiles, isBlank, readCurrentFiles, withCompiledFiles } from '../graphile-migrate/current-files.ts';
import { GraphileMigrateFailed, NothingToCommit, VagueMessage } from '../graphile-migrate/errors.ts';
import { refreshLedger } from '../graphile-migrate/refresh-ledger.ts';
import { runGraphileMigrate } from '../graphile-migrate/run-graphile-migrate.ts';
import { displayPath, openHistory } from '../session/open-history.ts';
import { UsageError } from '../usage-error.ts';

const Options = v.object({ message: v.optional(v.string()) });

/** Messages that the users' manuals name as bad examples, and their kin. */
const VAGUE = /^(update|updates|change|changes|fix|fixes|fix stuff|stuff|wip|misc|test|tmp|migration|new migration)\W*$/i;

const BLANK_REVERT = '-- Write its way back here.\n';

/** Makes `current.sql` the next revision through graphile-migrate and writes its way back beside it. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const message = checkMessage(v.parse(Options, input.options).message);
  const history = await openHistory(context);
  assertSound(history);
  headOf(history);
  const folder = context.config().migrationsFolder;
  const files = await readCurrentFiles(folder);
  const compiled = compileFiles(context, files);
  if (await isBlank(compiled.map(({ text }) => text).join('\n'))) {
    throw new NothingToCommit(displayPath(context, files[0]?.path ?? join(folder, 'current.sql')));
  }
  for (const { path, text } of compiled) await checkBody(displayPath(context, path), text);
  const revert = await readRevert(folder);
  if (revert !== null) await checkBody(displayPath(context, join(folder, 'revert.sql')), revert);
  await withCompiledFiles(files, compiled, async () => {
    const code = await runGraphileMigrate(context, input, { argv: ['commit', '--message', message], shadow: true });
    if (code !== 0) throw new GraphileMigrateFailed('commit', code);
    return true;
  });
  const revision = findNew(history, await openHistory(context));
  const written = revert === null ? null : await writeRevert(folder, revision, revert);
  await refreshLedger(context, input);
  print(context, revision, written);
  return 0;
}

function checkMessage(message: string | undefined): string {
  if (message === undefined || message.trim() === '') throw new VagueMessage(null);
  if (VAGUE.test(message.trim())) throw new VagueMessage(message);
  const reason = invalidMessageReason(message);
  if (reason) throw new UsageError({ message: `The message cannot be used: ${reason}`, help: 'one line of at most 512 characters' });
  return message.trim();
}

/** Null when it is blank, or not there. */
async function readRevert(folder: string): Promise<string | null> {
  const file = join(folder, 'revert.sql');
  const text = existsSync(file) ? await readFile(file, 'utf8') : '';
  return (await isBlank(text)) ? null : text;
}

function findNew(before: History, after: History): Revision {
  const known = new Set(before.revisions.map(({ hash }) => hash));
  const revision = after.revisions.find(({ hash }) => !known.has(hash));
  if (!revision) throw new GraphileMigrateFailed('commit', 0);
  return revision;
}

/** Writes the content of `revert.sql` to `reverts/`, tied to the revision by its hash, and blanks it. */
async function writeRevert(folder: string, revision: Revision, body: string): Promise<string> {
  const target = join(folder, 'reverts', basename(revision.path));
  await mkdir(join(folder, 'reverts'), { recursive: true });
  await writeFile(`${target}.tmp`, serializeRevert({ kind: 'sql', reverts: revision.hash, body }));
  await rename(`${target}.tmp`, target);
  await writeFile(join(folder, 'revert.sql'), BLANK_REVERT);
  return target;
}

function print(context: CommandContext, revision: Revision, revert: string | null): void {
  const { output, invocation } = context;
  const { name, hash, path } = revision;
  const { green, yellow } = output.style;
  if (output.json) {
    output.value({ name, hash, path, revert: revert && displayPath(context, revert) });
    return;
  }
  output.line(`${green('✔')} ${path}`);
  if (revert !== null) {
    output.line(`${green('✔')} ${displayPath(context, revert)}`);
    output.line(`next: ${invocation} downgrade -1, then ${invocation} upgrade, to try its way back`);
    return;
  }
  output.line(`${yellow('!')} revert.sql is blank, so ${name} cannot be taken back`);
  output.line(`next: ${invocation} uncommit, write revert.sql, then commit again; or leave it so`);
}
