import type { Client } from 'pg';
import * as v from 'valibot';
import { readSql } from './read-sql.ts';
import { sqlStateOf } from './server-error-fields.ts';

const Backend = v.object({ pid: v.number(), embedded: v.boolean() });

/** No server says this of BEGIN: PgBouncer does, in statement mode, and when it has had no server process to lend for two minutes. */
const PROTOCOL_VIOLATION = '08P01';

/** How often the second connection is opened: on a busy pooler the first one's server process may have gone to somebody else meanwhile. */
const ATTEMPTS = 3;

/**
 * Whether a pooler in transaction mode, or in statement mode (PgBouncer and its like), stands between: there a session's settings, locks and
 * temporary tables belong to whoever has the server process next, so nothing that migrates may run.
 *
 * Directly connected, the process that was announced at the start is the one that answers: one query, and no second connection. A pooler announces
 * a number of its own. One in session mode keeps the process for us; in transaction mode a second connection that opens a transaction gets the
 * process that served us, or we are moved to another one meanwhile.
 *
 * @param connectAgain opens a second connection in the same way; it is ended here
 */
export async function detectTransactionPooler(client: Client, connectAgain: () => Promise<Client>): Promise<boolean> {
  const announced: unknown = Reflect.get(client, 'processID');
  const first = await readBackend(client);
  if (first.embedded || announced === first.pid) return false;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = await readBackend(client);
    const second = await connectAgain();
    try {
      await second.query('begin');
      const other = await readBackend(second);
      // Where there is one process for all, it is the second one's until this ends.
      if (other.pid === before.pid || before.pid !== first.pid) return true;
      if ((await readBackend(client)).pid !== before.pid) return true;
      await second.query('rollback');
    } catch (error) {
      if (sqlStateOf(error) !== PROTOCOL_VIOLATION) throw error;
      return true;
    } finally {
      await second.end();
    }
  }
  return false;
}

async function readBackend(client: Client): Promise<v.InferOutput<typeof Backend>> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/backend.sql'));
  return v.parse(Backend, rows[0]);
}
