import { copyVectors, type VectorRow } from '@godwit/embeddings/postgres';
import type { Client } from '@godwit/postgres';
import type { Bench, BenchContext } from '../bench-definition.ts';
import { compare } from '../measure/compare.ts';
import { atLeast } from '../measure/target.ts';
import type { BenchDatabase } from '../server/native-server.ts';

const ROWS = 20_000;
const DIMENSIONS = 384;

/** Rows of one INSERT: three parameters each, well below the 65,535 that a statement may have. */
const TOGETHER = 500;

/** Vectors on their way into the database: binary COPY against INSERT with many rows. */
export const embeddings: Bench = {
  name: 'embeddings',
  about: `${ROWS} vectors of ${DIMENSIONS} numbers into a staging table`,
  run: (context) => context.server.withDatabase((database) => measure(context, database)),
};

async function measure({ rounds, onProgress }: BenchContext, database: BenchDatabase) {
  const client = await database.connect();
  try {
    await client.query('create extension vector');
    const rows = Array.from({ length: ROWS }, (_, id): VectorRow => ({ key: [id], sourceHash: `hash of ${id}`, vector: vectorOf(id) }));
    const writing = (name: string, write: () => Promise<void>) => ({ name, sample: () => rateOf(client, write) });
    return [
      await compare({
        about: 'rows a second, in one transaction',
        unit: 'rows/s',
        subject: writing('binary COPY', async () => {
          await copyVectors(client, { table: 'staged', key: [{ name: 'id', type: 'int4' }], dimensions: DIMENSIONS, rows });
        }),
        others: [{ ...writing(`INSERT, ${TOGETHER} rows each`, () => insertAll(client, rows)), target: atLeast(5) }],
        rounds: rounds(7),
        warmups: 1,
        onProgress,
      }),
    ];
  } finally {
    await client.end();
  }
}

/** The same numbers for the same row on every machine, with all their digits. */
function vectorOf(id: number): Float32Array {
  return Float32Array.from({ length: DIMENSIONS }, (_, at) => Math.sin(id * DIMENSIONS + at));
}

async function rateOf(client: Client, write: () => Promise<void>): Promise<number> {
  await client.query('begin');
  const started = performance.now();
  await write();
  const ms = performance.now() - started;
  const { rows } = await client.query('select count(*)::int as rows from pg_temp.staged');
  await client.query('rollback');
  if (rows[0]?.rows !== ROWS) throw new Error(`${rows[0]?.rows} rows of ${ROWS}`);
  return ROWS / (ms / 1000);
}

async function insertAll(client: Client, rows: readonly VectorRow[]): Promise<void> {
  await client.query(`create temporary table staged (id int4, source_hash text, embedding vector(${DIMENSIONS})) on commit drop`);
  for (let from = 0; from < rows.length; from += TOGETHER) {
    const some = rows.slice(from, from + TOGETHER);
    const places = some.map((_, at) => `($${3 * at + 1}, $${3 * at + 2}, $${3 * at + 3})`);
    const values = some.flatMap(({ key, sourceHash, vector }) => [key[0], sourceHash, `[${vector.join(',')}]`]);
    await client.query(`insert into staged values ${places.join(', ')}`, values);
  }
}
