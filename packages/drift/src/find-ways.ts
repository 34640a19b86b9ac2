import { type Catalog, compareCatalogs, type Difference, narrowCatalog } from '@godwit/catalog';
import {
  findDifference,
  findDifferenceAt,
  findRenames,
  type Rename,
  type SchemaDifference,
  type SchemaSnapshot,
  type TriedDifference,
  takeSnapshot,
} from '@godwit/difference';
import { afterStatements } from './after-statements.ts';
import { renamesIn } from './renames-in.ts';
import type { TrialDatabase } from './trial-database.ts';

export interface WaysOptions {
  readonly trial: TrialDatabase;
  /** What that database looks like, as far as it is to be compared; the same is left out of the live one. */
  readonly catalog: Catalog;
  /** As it is being read. */
  readonly live: Promise<SchemaSnapshot>;
  readonly grants: boolean;
}

export interface Ways {
  readonly repair: SchemaDifference;
  readonly adopt: SchemaDifference;
  /** From the expected to the live names. */
  readonly renames: readonly Rename[];
}

/**
 * The SQL in both directions, each tried where that can be: what leads to the live schema is run on the other database, which then looks
 * like it, and from there the way back is found and tried.
 */
export async function findWays({ trial, catalog: known, live: reading, grants }: WaysOptions): Promise<Ways> {
  const { client, readAgain } = trial;
  const scope = { owners: false, grants };
  const [live, target] = await Promise.all([reading, takeSnapshot(client, { catalog: known, identities: false })]);
  const renames = findRenames(target.catalog, live.catalog);
  const adopt = await findDifferenceAt(client, { from: target, to: live, readAgain, renames, ...scope });
  const statements = adopt.statements.map(({ sql }) => sql);
  const tried = await afterStatements(client, statements, async () => {
    const catalog = wasWhole(adopt) ? adopt.made : await readAgain();
    const unlike = compareCatalogs(narrowCatalog(catalog, scope), live.catalog);
    // What looks the same is the same to the engine, and need not be read again.
    const from = unlike.length === 0 ? { ...live, catalog, role: target.role } : await takeSnapshot(client, { catalog, identities: false });
    const way = await findDifferenceAt(client, { from, to: target, readAgain, renames: renamesIn('repair', renames), ...scope });
    return { way, unlike: unlike.filter(isMore) };
  });
  if (tried !== null && tried.unlike.length === 0) return { adopt, repair: tried.way, renames };
  const foreseen = await findDifference({ from: live, to: target, ...scope });
  return { adopt, repair: tried === null ? foreseen : withMissing(tried.way, foreseen, tried.unlike), renames };
}

/** Whether all of it has been run when it was tried. */
function wasWhole({ statements, refused }: TriedDifference): boolean {
  return refused.length === 0 && statements.every(({ transactional }) => transactional);
}

/** The order of columns is of no account on the way back. */
function isMore({ kind, changes }: Difference): boolean {
  return kind !== 'changed' || changes.some(({ property }) => property !== 'columns');
}

/** What was tried, with what could not be: there, an index cannot be made invalid. */
function withMissing(tried: SchemaDifference, foreseen: SchemaDifference, unlike: readonly Difference[]): SchemaDifference {
  const known = new Set(tried.statements.map(({ sql }) => sql));
  const objects = new Set(unlike.flatMap(({ object, parts }) => [object, ...parts]));
  const missing = foreseen.statements.filter(({ sql, object }) => objects.has(object) && !known.has(sql));
  const left = foreseen.unmodelled.filter((line) => [...objects].some((id) => line.includes(id)) && !tried.unmodelled.includes(line));
  return { ...tried, statements: [...tried.statements, ...missing], unmodelled: [...tried.unmodelled, ...left] };
}
