import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { assertSound, readHistory } from '@godwit/history';
import { parseDatabaseUrl } from '@godwit/postgres';
import { applyHistory } from './apply-history.ts';
import { type OurBackfill, readOurBackfills } from './read-our-backfills.ts';
import { readOurQueries } from './read-our-queries.ts';
import { BACKFILLS, MIGRATIONS, QUERIES } from './repository.ts';
import { generatedPath } from './run-pgtyped.ts';
import { stopsOf } from './stops.ts';
import { withThrowawayDatabase } from './throwaway-database.ts';
import { typeSchema } from './type-schema.ts';

export interface GenerateOptions {
  /** The repository. */
  readonly root: string;
  /** The same as the user knows it, for messages; nothing when it is the working directory. */
  readonly shownAs?: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Takes the throwaway database away and ends. */
  readonly signal?: AbortSignal;
}

/**
 * Everything that `pnpm generate` writes, by path from the root. Queries, tables and backfills are typed against a throwaway database at the
 * head of the history, a backfill with `until` on the way there. With GODWIT_DATABASE_URL (which `watch` and `commit` set: that database has
 * the revision that is being written) all are typed there, but for backfills with `until`, which no new revision can change.
 *
 * @throws UnreadableQueryFile, DuplicateQuery, QueryDoesNotPrepare, UntypedColumn, GeneratorFailed, and what backfills, history and server
 *   have to say
 */
export async function generateFiles(options: GenerateOptions): Promise<ReadonlyMap<string, string>> {
  const { root, shownAs = '', environment, signal } = options;
  const queries = await readOurQueries(join(root, QUERIES), posix.join(shownAs, QUERIES));
  const backfills = await readOurBackfills(join(root, BACKFILLS), posix.join(shownAs, BACKFILLS));
  const given = environment.GODWIT_DATABASE_URL;
  if (given) {
    const settings = parseDatabaseUrl(given, 'configuration');
    const [open, ending] = [backfills.filter((one) => !hasEnd(one)), backfills.filter(hasEnd)];
    return new Map([...(await typeSchema(settings, { before: null, queries, backfills: open })), ...asTheyAre(root, ending)]);
  }
  const history = await readHistory(join(root, MIGRATIONS));
  assertSound(history);
  return withThrowawayDatabase({ environment, signal }, async (settings) => {
    const files = new Map<string, string>();
    for (const { position, ...stop } of stopsOf(history, backfills)) {
      await applyHistory(settings, history, position);
      const typed = await typeSchema(settings, { ...stop, queries: stop.before === null ? queries : null });
      for (const [path, text] of typed) files.set(path, text);
    }
    return files;
  });
}

function hasEnd({ backfill }: OurBackfill): boolean {
  return backfill.definition.until !== null;
}

/** The generated files of backfills that are on disk. */
function asTheyAre(root: string, backfills: readonly OurBackfill[]): readonly (readonly [string, string])[] {
  const paths = backfills.flatMap(({ statements }) => [...statements.keys()].map((path) => `${BACKFILLS}/${generatedPath(path)}`));
  return paths
    .filter((path) => existsSync(join(root, path)))
    .map((path) => [path, readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n')]);
}
