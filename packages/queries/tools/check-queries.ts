import { frameAt } from '@godwit/diagnostics';
import type { Client } from '@godwit/postgres';
import pg from 'pg';
import { describeStatement, type ResultColumn } from './describe-statement.ts';
import { QueryDoesNotPrepare, UntypedColumn } from './errors.ts';
import { originalOffset } from './original-offset.ts';
import type { Query } from './query-file.ts';
import { isTyped } from './types-overrides.ts';

/**
 * Has the server parse every query. pgtyped by itself reports a broken query without its file and line, and a type that it does not know
 * becomes `unknown`.
 *
 * @throws QueryDoesNotPrepare, UntypedColumn for the first that is wrong
 */
export async function checkQueries(client: Client, queries: readonly Query[]): Promise<void> {
  for (const query of queries) {
    const columns = await describe(client, query);
    const untyped = columns.find(({ type }) => !isTyped(type));
    if (untyped) {
      const frame = frameAt(query.file, query.text, query.offset);
      throw new UntypedColumn({ query: query.name, column: untyped.name, type: untyped.type, frame });
    }
  }
}

async function describe(client: Client, query: Query): Promise<readonly ResultColumn[]> {
  try {
    return await describeStatement(client, query.statement);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    // Counted in characters, which are UTF-16 code units here: see parseQueryFile.
    const position = Number(error.position ?? 1) - 1;
    throw new QueryDoesNotPrepare({
      query: query.name,
      reason: error.message,
      details: [error.detail, error.hint].filter((line) => line !== undefined),
      frame: frameAt(query.file, query.text, originalOffset(query, position)),
      cause: error,
    });
  }
}
