import { type Client, readSql } from '@godwit/postgres';
import * as v from 'valibot';
import { SLOT_SPACE } from '../run/slots.ts';

/** The advisory lock that all hold, shared, who serve. */
const SERVE_SPACE = SLOT_SPACE - 2;

const countRow = v.object({ serving: v.number() });

/** Says to the others that this process serves; it is taken back when the connection ends, however that comes. */
export async function announce(client: Client): Promise<void> {
  await client.query(readSql(import.meta.url, './sql/announce.sql'), [SERVE_SPACE]);
}

/** How many processes serve this database, on all machines. */
export async function countServing(client: Client): Promise<number> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/count-serving.sql'), [SERVE_SPACE]);
  return v.parse(countRow, rows[0]).serving;
}
