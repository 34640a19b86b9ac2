import { columnsComingBackLast, compareCatalogs, describeDifference, extractCatalog } from '@godwit/catalog';
import type { SchemaSnapshot } from '@godwit/difference';
import type { StoredUndo } from '@godwit/migrator';
import type { Client } from '@godwit/postgres';

/** The SQL that makes the database what it was, or what of it would stay. */
export type FoundUndo =
  | { readonly kind: 'found'; readonly undo: StoredUndo }
  | { readonly kind: 'cannot'; readonly unmodelled: readonly string[] };

/** Whoever holds a table on a developer's machine holds it until he is told. */
const LOCK_TIMEOUT = '2s';

/**
 * Computes the way back from what the database looks like to what it looked like before, and tries it there in a transaction that is rolled
 * back. What has another name since is renamed, with its rows. Takes about a second.
 */
export async function findUndo(client: Client, base: SchemaSnapshot): Promise<FoundUndo> {
  // Its engine takes half a second to load, and most texts never need it.
  const { findDifferenceAt, renamesBetween, renderDifference, takeSnapshot } = await import('@godwit/difference');
  await client.query(`set lock_timeout to '${LOCK_TIMEOUT}'`);
  try {
    const now = await takeSnapshot(client);
    const difference = await findDifferenceAt(client, { to: base, renames: renamesBetween(now, base) });
    const transactional = difference.statements.every((statement) => statement.transactional);
    const undo = { source: 'difference', body: renderDifference(difference), transactional } as const;
    if (difference.unmodelled.length === 0) return { kind: 'found', undo };
    const left = transactional ? await leftAfter(client, undo.body, { base, now }) : difference.unmodelled;
    return left.length === 0 ? { kind: 'found', undo } : { kind: 'cannot', unmodelled: left };
  } finally {
    await client.query('reset lock_timeout').catch(() => undefined);
  }
}

interface Ends {
  readonly base: SchemaSnapshot;
  readonly now: SchemaSnapshot;
}

/** What differs after the way back, in words. A column that was dropped comes back last, which is as it must be. */
async function leftAfter(client: Client, body: string, { base, now }: Ends): Promise<readonly string[]> {
  await client.query('begin');
  try {
    await client.query(body);
    const differences = compareCatalogs(base.catalog, await extractCatalog(client));
    return columnsComingBackLast(differences, now.catalog) === null ? differences.flatMap(describeDifference) : [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  } finally {
    await client.query('rollback');
  }
}
