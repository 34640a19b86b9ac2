import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DatabaseSettings, parseDatabaseUrl, withClient } from '@godwit/postgres';
import { applyHistory } from './apply-history.ts';
import { checkQueries } from './check-queries.ts';
import { readOurQueries } from './read-our-queries.ts';
import { runPgtyped } from './run-pgtyped.ts';
import { renderTables } from './tables.ts';
import { withThrowawayDatabase } from './throwaway-database.ts';

export interface GenerateOptions {
  /** Of the package that holds `src/<system>/*.sql`. */
  readonly packageFolder: string;
  /** The same as the user knows it, for messages. */
  readonly shownAs?: string;
  readonly migrationsFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Everything that `pnpm generate` writes, by path relative to the package, made against the database of GODWIT_DATABASE_URL (which `watch` and
 * `commit` set: it has the revision that is being written), else against a throwaway one at the head of the history.
 *
 * @throws UnreadableQueryFile, DuplicateQuery, QueryDoesNotPrepare, UntypedColumn, GeneratorFailed, and what history and server have to say
 */
export async function generateFiles(options: GenerateOptions): Promise<ReadonlyMap<string, string>> {
  const { packageFolder } = options;
  const queries = await readOurQueries(packageFolder, options.shownAs);
  const scratch = await mkdtemp(join(tmpdir(), 'godwit-pgtyped-'));
  try {
    return await withSchema(options, async (settings) => {
      const tables = await withClient(settings, async (client) => {
        await checkQueries(client, queries);
        return renderTables(client);
      });
      return new Map([...(await runPgtyped({ packageFolder, scratch, settings })), ['src/tables.gen.ts', tables]]);
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Runs with a database that has the schema. */
async function withSchema<T>(
  { environment, migrationsFolder }: GenerateOptions,
  run: (settings: DatabaseSettings) => Promise<T>,
): Promise<T> {
  const given = environment.GODWIT_DATABASE_URL;
  if (given) return run(parseDatabaseUrl(given, 'configuration'));
  return withThrowawayDatabase(environment, async (settings) => {
    await applyHistory(settings, migrationsFolder);
    return run(settings);
  });
}
