import { type Client, readSql } from '@godwit/postgres';
import * as v from 'valibot';

const givenUp = v.object({ backfill: v.string(), at: v.date(), tries: v.number(), reason: v.nullable(v.string()) });

/** A backfill that nobody works on by itself any more. */
export type GivenUp = Readonly<v.InferOutput<typeof givenUp>>;

/** What whoever serves has given up or refused, and nobody has looked after since. */
export async function listGivenUp(client: Client): Promise<readonly GivenUp[]> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/given-up.sql'));
  return v.parse(v.array(givenUp), rows);
}
