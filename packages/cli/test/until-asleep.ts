import type { Client } from '@godwit/postgres';

const SLEEPERS = `select count(*)::int as n from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and query like '%pg_sleep%' and state = 'active'`;

/** Resolves when so many other connections to the database run `pg_sleep`. Polls the server: it says nothing by itself. */
export async function untilAsleep(client: Client, count: number): Promise<void> {
  while ((await client.query(SLEEPERS)).rows[0]?.n !== count) await client.query('select pg_sleep(0.02)');
}
