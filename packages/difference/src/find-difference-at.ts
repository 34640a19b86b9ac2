import { type Catalog, compareCatalogs, type Difference, describeDifference, extractCatalog, narrowCatalog } from '@godwit/catalog';
import { type Client, readServerError } from '@godwit/postgres';
import { columnsInWords } from './columns-in-words.ts';
import type { DifferenceStatement, SchemaDifference } from './difference.ts';
import { findDifference } from './find-difference.ts';
import { attempt, inRolledBack } from './in-rolled-back.ts';
import { findMoves } from './moves.ts';
import { findRenames } from './renames/find-renames.ts';
import type { Rename } from './renames/rename.ts';
import { renameStatement } from './renames/rename-statement.ts';
import type { SchemaSnapshot } from './schema-snapshot.ts';
import { describeStatement } from './steps/describe-steps.ts';
import { takeSnapshot } from './take-snapshot.ts';

export interface FindDifferenceAtOptions {
  /** What the database looks like, for who has just looked. */
  readonly from?: SchemaSnapshot;
  readonly to: SchemaSnapshot;
  /** What is known to have another name, outer things first. */
  readonly renames?: readonly Rename[];
  /** False leaves owners out: for databases that belong to different roles. */
  readonly owners?: boolean;
  /** False leaves grants and default privileges out: for servers that have different roles. */
  readonly grants?: boolean;
}

/** A difference that was tried. */
export interface TriedDifference extends SchemaDifference {
  /** What differs once everything has its new name, for a person to read. */
  readonly differences: readonly Difference[];
  /** What the database looked like when it was tried. */
  readonly made: Catalog;
}

/**
 * How to make the schema of a database into another, tried on that database in a transaction that is rolled back: renames and moves are
 * real ones, so that what hangs on the renamed follows by itself, and `unmodelled` is what was seen to differ afterwards. Takes the locks
 * of the statements meanwhile.
 */
export async function findDifferenceAt(client: Client, options: FindDifferenceAtOptions): Promise<TriedDifference> {
  const { to, renames = [], owners = true, grants = true } = options;
  const scope = { owners, grants };
  return await inRolledBack(client, async () => {
    const start = options.from ?? (await takeSnapshot(client));
    const target = narrowCatalog(to.catalog, scope);
    const first: DifferenceStatement[] = [];
    const run = async (sql: readonly string[], object: string): Promise<void> => {
      if ((await attempt(client, sql.join(';\n'))) !== null) return;
      for (const statement of sql)
        first.push(await describeStatement({ sql: statement, object, losesData: false, transactional: true }, start.catalog));
    };
    for (const rename of renames) await run([renameStatement(rename)], `${rename.kind} ${rename.to.join('.')}`);
    const renamed = first.length === 0 ? start : await takeSnapshot(client);
    for (const { statements, object } of findMoves(renamed.catalog, target)) await run(statements, object);
    const from = first.length === 0 ? start : await takeSnapshot(client);
    const rest = await findDifference({ from, to, ...scope });
    const refused = await tryOut(client, rest);
    const whole = await extractCatalog(client);
    const made = narrowCatalog(whole, scope);
    return {
      statements: [...first, ...rest.statements],
      renames: findRenames(narrowCatalog(from.catalog, scope), target),
      refused,
      differences: compareCatalogs(narrowCatalog(renamed.catalog, scope), target, { extensions: true }),
      unmodelled: compareCatalogs(made, target).flatMap((left) => columnsInWords(made, target, left) ?? describeDifference(left)),
      made: whole,
    };
  });
}

/** Runs the statements; those that the server refuses, with its reason. */
async function tryOut(client: Client, { statements }: SchemaDifference): Promise<readonly string[]> {
  await client.query('set local check_function_bodies = off');
  const refused: string[] = [];
  for (const { sql, summary, transactional } of statements) {
    const error = transactional ? await attempt(client, sql) : null;
    if (error !== null) refused.push(`${summary}: ${messageOf(error)}`);
  }
  return refused;
}

function messageOf(error: unknown): string {
  const fields = readServerError(error);
  return fields === null ? String(error) : fields.message;
}
