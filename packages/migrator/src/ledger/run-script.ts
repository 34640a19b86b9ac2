import type { Client } from 'pg';

/**
 * Sends several statements in one message (the simple protocol, no parameters) and returns the rows of each: one round trip,
 * and one implicit transaction unless the text says otherwise.
 */
export async function runScript(client: Client, sql: string): Promise<readonly (readonly unknown[])[]> {
  const results: unknown = await client.query(sql);
  return (Array.isArray(results) ? results : [results]).map(rowsOf);
}

function rowsOf(result: unknown): readonly unknown[] {
  return typeof result === 'object' && result !== null && 'rows' in result && Array.isArray(result.rows) ? result.rows : [];
}
