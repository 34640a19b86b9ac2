import {
  type Catalog,
  compareCatalogs,
  type Difference,
  describeDifference,
  extractCatalog,
  narrowCatalog,
  type ReadAgain,
} from '@godwit/catalog';
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
import { describeStatement, presentIn } from './steps/describe-steps.ts';
import { takeSnapshot } from './take-snapshot.ts';

export interface FindDifferenceAtOptions {
  /** What the database looks like, for who has just looked. */
  readonly from?: SchemaSnapshot;
  readonly to: SchemaSnapshot;
  /** Gives its catalog after statements, for who knows it so well that not all has to be read; narrowed at most as the difference is. */
  readonly readAgain?: ReadAgain;
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
  /** What the database looked like when it was tried, as far as that was to be compared. */
  readonly made: Catalog;
}

/**
 * How to make the schema of a database into another, tried on that database in a transaction that is rolled back: renames and moves are
 * real ones, so that what hangs on the renamed follows by itself, and `unmodelled` is what was seen to differ afterwards. Takes the locks
 * of the statements meanwhile.
 */
export async function findDifferenceAt(client: Client, options: FindDifferenceAtOptions): Promise<TriedDifference> {
  const { to, readAgain = () => extractCatalog(client), renames = [], owners = true, grants = true } = options;
  const scope = { owners, grants };
  return await inRolledBack(client, async () => {
    const look = async () => takeSnapshot(client, { catalog: await readAgain(), identities: false });
    const start = options.from ?? (await look());
    const target = narrowCatalog(to.catalog, scope);
    const present = presentIn(start.catalog);
    const first: DifferenceStatement[] = [];
    const run = async (sql: readonly string[], object: string): Promise<void> => {
      if ((await attempt(client, sql.join(';\n'))) !== null) return;
      for (const statement of sql)
        first.push(await describeStatement({ sql: statement, object, losesData: false, transactional: true }, present));
    };
    for (const rename of renames) await run([renameStatement(rename)], `${rename.kind} ${rename.to.join('.')}`);
    const renamed = first.length === 0 ? start : await look();
    const before = first.length;
    for (const { statements, object } of findMoves(renamed.catalog, target)) await run(statements, object);
    const from = first.length === before ? renamed : await look();
    const rest = await findDifference({ from, to, ...scope });
    const refused = await tryOut(client, rest);
    const made = narrowCatalog(await readAgain(), scope);
    return {
      statements: [...first, ...rest.statements],
      renames: findRenames(narrowCatalog(from.catalog, scope), target),
      refused,
      differences: compareCatalogs(narrowCatalog(renamed.catalog, scope), target, { extensions: true }),
      unmodelled: compareCatalogs(made, target).flatMap((left) => columnsInWords(made, target, left) ?? describeDifference(left)),
      made,
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
