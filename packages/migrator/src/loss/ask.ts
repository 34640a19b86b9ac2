import type { Client } from '@godwit/postgres';
import { readServerError } from '@godwit/postgres';

export type Answer =
  | { readonly kind: 'rows'; readonly rows: readonly unknown[] }
  /** It would have taken too long, or somebody holds the table. */
  | { readonly kind: 'too slow' }
  /** The server cannot answer: a name that is not there yet, a value that cannot be cast, a privilege that is missing. */
  | { readonly kind: 'failed'; readonly sqlState: string; readonly message: string };

export interface Asker {
  /** Our own questions to the catalog. */
  readonly catalog: (sql: string, values: readonly unknown[]) => Promise<readonly unknown[]>;
  /** Questions to tables, which may be large, locked or impossible. */
  readonly table: (sql: string) => Promise<Answer>;
  /** `server_version_num`. */
  readonly serverVersion: number;
}

interface AskerOptions {
  readonly client: Client;
  readonly serverVersion: number;
  /** For one question, milliseconds. */
  readonly questionMs: number;
  /** For all, milliseconds: when it is used up each gets the least. */
  readonly totalMs: number;
}

const LEAST_MS = 50;
const TOO_SLOW = new Set(['57014', '55P03']);

/** Asks within the transaction that is open; each question has a savepoint of its own. */
export function createAsker({ client, serverVersion, questionMs, totalMs }: AskerOptions): Asker {
  let left = totalMs;
  return {
    serverVersion,
    catalog: async (sql, values) => (await client.query(sql, [...values])).rows,
    table: async (sql) => {
      const limit = Math.ceil(Math.max(LEAST_MS, Math.min(questionMs, left)));
      const start = performance.now();
      try {
        await client.query(`savepoint godwit_question; set local statement_timeout to ${limit}`);
        const { rows } = await client.query(sql);
        return { kind: 'rows', rows };
      } catch (error) {
        const server = readServerError(error);
        if (server === null) throw error;
        if (TOO_SLOW.has(server.sqlState)) return { kind: 'too slow' };
        return { kind: 'failed', sqlState: server.sqlState, message: server.message };
      } finally {
        left -= performance.now() - start;
        await client.query('rollback to savepoint godwit_question; release savepoint godwit_question');
      }
    },
  };
}
