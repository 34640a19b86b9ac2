import type { Client } from '@godwit/postgres';

const LOCKED = `
  select distinct relation::text as relation
  from pg_locks join pg_database on pg_database.oid = database
  where datname = current_database() and pid = pg_backend_pid() and relation >= 16384`;

/**
 * The identifiers of all relations of users that these statements work with, which are then taken back: a lock is held on each, its indexes
 * and those that triggers and foreign keys lead to, until the transaction ends.
 */
export async function lockedAfter(client: Client, statements: readonly string[]): Promise<ReadonlySet<string>> {
  await client.query('begin');
  try {
    for (const sql of statements) await client.query(sql);
    const { rows } = await client.query<{ relation: string }>(LOCKED);
    return new Set(rows.map(({ relation }) => relation));
  } finally {
    await client.query('rollback');
  }
}
