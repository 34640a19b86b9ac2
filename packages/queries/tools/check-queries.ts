import { frameAt } from '@godwit/diagnostics';
import { type Client, readSql } from '@godwit/postgres';
import pg from 'pg';
import { QueryDoesNotPrepare, UntypedColumn } from './errors.ts';
import { originalOffset } from './original-offset.ts';
import type { Query } from './query-file.ts';
import { isTyped } from './types-overrides.ts';

const PREPARE = 'prepare godwit_query as ';

/**
 * Has the server prepare every query. pgtyped by itself reports a broken query without its file and line, and a type that it does
 * not know becomes `unknown`.
 *
 * @throws QueryDoesNotPrepare, UntypedColumn for the first that is wrong
 */
export async function checkQueries(client: Client, queries: readonly Query[]): Promise<void> {
  for (const query of queries) {
    await prepare(client, query);
    const { rows } = await client.query<{ position: number; type: string }>(readSql(import.meta.url, './sql/prepared-result-types.sql'), [
      'godwit_query',
    ]);
    await client.query('deallocate godwit_query');
    const untyped = rows.find(({ type }) => !isTyped(type));
    if (untyped) {
      const frame = frameAt(query.file, query.text, query.offset);
      throw new UntypedColumn({ query: query.name, column: `column ${untyped.position}`, type: untyped.type, frame });
    }
  }
}

async function prepare(client: Client, query: Query): Promise<void> {
  try {
    await client.query(PREPARE + query.statement);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    // Counted in characters, which are UTF-16 code units here: see parseQueryFile.
    const position = error.position === undefined ? 0 : Math.max(0, Number(error.position) - 1 - PREPARE.length);
    throw new QueryDoesNotPrepare({
      query: query.name,
      reason: error.message,
      details: [error.detail, error.hint].filter((line) => line !== undefined),
      frame: frameAt(query.file, query.text, originalOffset(query, position)),
      cause: error,
    });
  }
}
