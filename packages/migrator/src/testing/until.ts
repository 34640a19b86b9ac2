import type { Client } from 'pg';

/** Asks again and again until a query returns a row. The test's own timeout bounds it. */
export async function untilRow(client: Client, sql: string, values: unknown[] = []): Promise<Record<string, unknown>> {
  for (;;) {
    const { rows } = await client.query(sql, values);
    if (rows[0] !== undefined) return rows[0];
  }
}
