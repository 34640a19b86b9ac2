import { type DatabaseSettings, readSql, withClient } from '@godwit/postgres';
import * as v from 'valibot';

const position = v.object({ lsn: v.string() });

/** How far the server's log goes: the same again when nobody has written meanwhile. */
export async function logPosition(settings: DatabaseSettings): Promise<string> {
  return withClient(settings, async (client) => {
    const { rows } = await client.query(readSql(import.meta.url, './sql/log-position.sql'));
    return v.parse(position, rows[0]).lsn;
  });
}
