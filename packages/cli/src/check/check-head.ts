import { existsSync } from 'node:fs';
import type { HistoryShadow } from '@godwit/authoring';
import { type History, headOf, pathTo } from '@godwit/history';
import { changeFolder } from '../authoring/change-folder.ts';
import { schemaFolder } from '../authoring/exported-schema.ts';
import { runProjectCommand } from '../authoring/run-project-command.ts';
import type { CommandContext } from '../context.ts';
import { stalePages } from '../docs/dictionary-pages.ts';
import { DEFAULT_FOLDER, dictionaryFolder, keptPages, pagesOf } from '../docs/page-changes.ts';
import { writePages } from '../docs/write-pages.ts';
import { count } from '../output/columns.ts';
import { loadAuthoring } from '../session/load-authoring.ts';
import { loadDifference } from '../session/load-difference.ts';
import { type CheckOutcome, fine, found, leftOut } from './check.ts';

/** The application's own queries fit the schema. */
export async function checkQueriesFit(context: CommandContext, { client }: HistoryShadow): Promise<CheckOutcome> {
  const { checkQueries, QueriesBroken, readQueries } = await loadAuthoring();
  const { queries: patterns, root } = context.config();
  if (patterns.length === 0) return leftOut('"queries" of godwit.config.json names none');
  const broken = await checkQueries(client, { root, patterns });
  if (broken.length === 0)
    return fine(`${count((await readQueries({ root, patterns })).queries.length, 'query fits', 'queries fit')} the schema`);
  const lines = broken.map(({ file, line, name, reason }) => `${file}:${line} ${name ?? 'the file'}: ${reason}`);
  return found(`${count(broken.length, 'query does', 'queries do')} not fit`, [new QueriesBroken(lines)]);
}

export interface SchemaRequest {
  readonly history: History;
  /** Writes what is stale. */
  readonly write: boolean;
}

/** `schema/` says what the revisions make. */
export async function checkSchema(
  context: CommandContext,
  { client }: HistoryShadow,
  { history, write }: SchemaRequest,
): Promise<CheckOutcome> {
  const folder = schemaFolder(history);
  if (!existsSync(folder) && !write) return leftOut(`there is no ${folder}: commit writes it`);
  const { exportSchema, schemaFolderChanges, takeSnapshot, writeSchemaFolder } = await loadDifference();
  const { Stale } = await loadAuthoring();
  const files = await exportSchema(await takeSnapshot(client));
  const { written, removed } = schemaFolderChanges(folder, files);
  if (written.length + removed.length === 0) return fine(`${count(files.length, 'file')} of ${folder}, as the revisions make it`);
  if (write) {
    await changeFolder(context, 'check --write', async () => {
      writeSchemaFolder(folder, files);
    });
    return fine(`${count(written.length + removed.length, 'file')} of ${folder} written`);
  }
  const details = [
    ...written.map((path) => `${path} is not as it would be written`),
    ...removed.map((path) => `${path} is of nothing that is there`),
  ];
  const help = 'edits wait for their revision: godwit revision --autogenerate -m "…"\nelse write it again: godwit check --write';
  return found(`${count(details.length, 'file')} of ${folder} stale`, [
    new Stale({ what: `${folder} does not say what the revisions make`, details, help }),
  ]);
}

/** The data dictionary says what the revisions make, where somebody has written one. */
export async function checkDocs(
  context: CommandContext,
  { client }: HistoryShadow,
  { write }: Pick<SchemaRequest, 'write'>,
): Promise<CheckOutcome> {
  const shown = keptPages(context);
  if (shown === null) return leftOut(`there is no page in ${DEFAULT_FOLDER}: docs writes them`);
  const folder = dictionaryFolder(context);
  const pages = await pagesOf(client);
  const stale = stalePages(folder, pages);
  if (stale.length === 0)
    return fine(`${count(pages.size, 'page')} of ${shown}, as the revisions make ${pages.size === 1 ? 'it' : 'them'}`);
  if (write) {
    await changeFolder(context, 'check --write', async () => writePages(folder, shown, stale));
    return fine(`${count(stale.length, 'page')} of ${shown} written`);
  }
  const { Stale } = await loadAuthoring();
  const details = stale.map(({ name, text }) => `${shown}/${name} is ${text === null ? 'of a schema that is gone' : 'stale'}`);
  return found(`${count(stale.length, 'page')} of ${shown} stale`, [
    new Stale({ what: `${shown} does not say what the revisions make`, details, help: 'write them again: godwit docs' }),
  ]);
}

/** What is made from the schema is as it would be made now. */
export async function checkGenerated(context: CommandContext, { settings }: HistoryShadow): Promise<CheckOutcome> {
  const { Stale } = await loadAuthoring();
  const { generate } = context.config();
  if (generate === undefined) return leftOut('"generate" of godwit.config.json names no command');
  const { code, lines } = await runProjectCommand(context, `${generate} --check`, settings);
  if (code === 0) return fine('types are as they would be generated');
  return found('types are stale', [
    new Stale({
      what: `${generate} --check ended with exit code ${code ?? 'none'}`,
      details: lines.slice(-10),
      help: `write them: ${generate}`,
    }),
  ]);
}

/** Every way back is taken with the rows of the seeds in place. The last check: the database is empty afterwards. */
export async function checkSeeds(context: CommandContext, shadow: HistoryShadow, history: History): Promise<CheckOutcome> {
  const { revertSeeded } = await loadAuthoring();
  if (shadow.seedsFailed !== null) return found('the seeds cannot be loaded', [shadow.seedsFailed]);
  if (!shadow.seeded) return leftOut('"seeds" of godwit.config.json names no command');
  const head = headOf(history);
  const path = head === null ? [] : pathTo(history, head);
  const { reverted, failure } = await revertSeeded(shadow, path, { signal: context.signal });
  if (failure === null) return fine(`${count(reverted, 'revision')} taken back over the rows of the seeds`);
  return found('a way back that the rows of the seeds do not bear', [failure]);
}
