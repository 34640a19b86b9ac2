import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withClient } from '@godwit/postgres';
import { applyHistory } from './apply-history.ts';
import { checkQueries } from './check-queries.ts';
import { readQueries } from './query-file.ts';
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
 * Everything that `pnpm generate` writes, by path relative to the package, made against a throwaway database at the head of the history.
 *
 * @throws UnreadableQueryFile, DuplicateQuery, QueryDoesNotPrepare, UntypedColumn, GeneratorFailed, and what history and server have to say
 */
export async function generateFiles(options: GenerateOptions): Promise<ReadonlyMap<string, string>> {
  const { packageFolder, migrationsFolder, environment } = options;
  const queries = readQueries(packageFolder, options.shownAs);
  const scratch = await mkdtemp(join(tmpdir(), 'godwit-pgtyped-'));
  try {
    return await withThrowawayDatabase(environment, async (settings) => {
      await applyHistory(settings, migrationsFolder);
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
