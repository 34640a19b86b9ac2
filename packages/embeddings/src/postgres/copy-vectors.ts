import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Client, quoteIdentifier, quoteQualified } from '@godwit/postgres';
import { from as copyFrom } from 'pg-copy-streams';
import { NoTransaction } from '../errors/copy-errors.ts';
import { requireDimensions } from '../settings/require-dimensions.ts';
import { encodeRows } from './encode-rows.ts';
import type { KeyColumn, VectorRow } from './vector-rows.ts';

export interface CopyVectorsOptions {
  /** Of the staging table, in `pg_temp`; not there yet in this transaction. */
  readonly table: string;
  /** Its key columns, named as the update will join them. */
  readonly key: readonly KeyColumn[];
  /** N of `vector(N)`. */
  readonly dimensions: number;
  readonly rows: Iterable<VectorRow>;
}

/**
 * Copies vectors into a temporary table of the key columns, `source_hash text` and `embedding vector(N)`, which is dropped on commit. One
 * set-based update then takes them from there. pgvector has to be on the search path.
 *
 * @returns how many rows were copied
 * @throws NoTransaction outside a transaction; MisfitVector or MisfitKey for the first row that does not fit, and the server's errors: the
 *   transaction is then to be rolled back
 */
export async function copyVectors(client: Client, { table, key, dimensions, rows }: CopyVectorsOptions): Promise<number> {
  requireDimensions(dimensions);
  if (client.getTransactionStatus() === 'I') throw new NoTransaction();
  const staging = quoteQualified('pg_temp', table);
  await client.query(createStaging(staging, key, dimensions));
  const columns = [...key.map(({ name }) => quoteIdentifier(name)), 'source_hash', 'embedding'].join(', ');
  const copy = client.query(copyFrom(`copy ${staging} (${columns}) from stdin (format binary)`));
  await pipeline(Readable.from(encodeRows(rows, { key, dimensions }), { objectMode: false }), copy);
  return copy.rowCount;
}

function createStaging(staging: string, key: readonly KeyColumn[], dimensions: number): string {
  const columns = [
    ...key.map(({ name, type }) => `${quoteIdentifier(name)} ${type} not null`),
    'source_hash text not null',
    `embedding vector(${dimensions}) not null`,
  ];
  return `create temporary table ${staging} (${columns.join(', ')}) on commit drop`;
}
