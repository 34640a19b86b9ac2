import { type Client, type DatabaseSettings, withClient } from '@godwit/postgres';
import { checkQueries } from './check-queries.ts';
import { schemaOfBackfills } from './errors.ts';
import type { OurBackfill } from './read-our-backfills.ts';
import type { OurQueries } from './read-our-queries.ts';
import { BACKFILLS, QUERIES } from './repository.ts';
import { runPgtyped } from './run-pgtyped.ts';
import { readStaged, withStaged } from './staged.ts';
import { renderTables } from './tables.ts';
import { typesOnly } from './types-only.ts';

/** What is typed against one schema. */
export interface Typed {
  /** The revision that comes next and takes away what the backfills read; null at head. */
  readonly before: string | null;
  /** Null before head: queries and tables are those of head. */
  readonly queries: OurQueries | null;
  readonly backfills: readonly OurBackfill[];
}

/**
 * The generated files by path from the root.
 *
 * @param settings of a database that has the schema
 * @throws QueryDoesNotPrepare, UntypedColumn, GeneratorFailed
 */
export async function typeSchema(settings: DatabaseSettings, { before, queries, backfills }: Typed): Promise<ReadonlyMap<string, string>> {
  const files = new Map(queries?.files);
  const tables = await withClient(settings, async (client) => {
    if (queries !== null) await checkQueries(client, queries.queries);
    for (const backfill of backfills) {
      const staged = await checkStatements(client, backfill, before);
      for (const [path, query] of backfill.statements) files.set(path, withStaged(query, staged));
    }
    return queries === null ? null : await renderTables(client);
  });
  const generated = [...(await runPgtyped(settings, files))].map(([path, text]): [string, string] =>
    path.startsWith('backfills/') ? [`${BACKFILLS}/${path}`, typesOnly(text, '@godwit/queries/values')] : [`${QUERIES}/${path}`, text],
  );
  return new Map(tables === null ? generated : [...generated, [`${QUERIES}/src/tables.gen.ts`, tables]]);
}

/**
 * Has the server parse the statements of a backfill behind an empty stage, as a batch runs them; nothing of it stays.
 *
 * @returns what stands for the staged tables elsewhere
 */
async function checkStatements(client: Client, { backfill, statements }: OurBackfill, before: string | null): Promise<readonly string[]> {
  await client.query('begin');
  try {
    await backfill.definition.mapping?.stage?.(client, []);
    await checkQueries(client, [...statements.values()], schemaOfBackfills(before));
    return await readStaged(client);
  } finally {
    await client.query('rollback');
  }
}
