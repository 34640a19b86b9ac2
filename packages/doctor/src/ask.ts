import { readSql } from '@godwit/postgres';
import * as v from 'valibot';
import type { Patient } from './patient.ts';

/** The rows of one of the queries in `sql/`. */
export async function ask<Row extends v.GenericSchema>(
  { client }: Pick<Patient, 'client'>,
  name: string,
  row: Row,
  values: readonly unknown[] = [],
): Promise<readonly v.InferOutput<Row>[]> {
  const { rows } = await client.query(readSql(import.meta.url, `./sql/${name}.sql`), [...values]);
  return v.parse(v.array(row), rows);
}
