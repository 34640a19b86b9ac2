import { randomUUID } from 'node:crypto';
import type { Client } from '@godwit/postgres';
import { withDatabase } from '@godwit/postgres/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { featureHashing } from '../hashing/feature-hashing.ts';
import { sourceHash } from '../source-hash.ts';
import { copyVectors } from './copy-vectors.ts';
import type { KeyColumn, VectorRow } from './vector-rows.ts';

function withVectors<T>(run: (client: Client) => Promise<T>): Promise<T> {
  return withDatabase(async ({ client }) => {
    await client.query('create extension vector');
    return run(client);
  });
}

const KEY: readonly KeyColumn[] = [
  { name: 'small', type: 'int4' },
  { name: 'Large "one"', type: 'int8' },
  { name: 'id', type: 'uuid' },
  { name: 'name', type: 'text' },
];

const float = fc.float({ noNaN: true, noDefaultInfinity: true });

/** Three numbers of 32 bits, and keys of each type. */
const vectorRow: fc.Arbitrary<VectorRow> = fc.record({
  key: fc.tuple(
    fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.uuid(),
    text(),
  ),
  sourceHash: text(),
  vector: fc.tuple(float, float, float).map((numbers) => Float32Array.from(numbers)),
});

/** What PostgreSQL can hold: no NUL, and no half of a surrogate pair. */
function text(): fc.Arbitrary<string> {
  const codePoint = fc.oneof(fc.integer({ min: 1, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }));
  return fc.array(codePoint, { maxLength: 20 }).map((points) => String.fromCodePoint(...points));
}

/** What a vector is in the database, bit by bit: `vector_send` of pgvector. */
function bits({ buffer }: Float32Array): string {
  const numbers = Buffer.from(buffer.slice(0)).swap32();
  return Buffer.concat([Buffer.from([0, numbers.length / 4, 0, 0]), numbers]).toString('hex');
}

test('what is copied comes back the same, bit by bit', () =>
  withVectors(async (client) => {
    await fc.assert(
      fc.asyncProperty(fc.array(vectorRow, { maxLength: 30 }), async (rows) => {
        await client.query('begin');
        expect(await copyVectors(client, { table: 'staged', key: KEY, dimensions: 3, rows })).toBe(rows.length);
        const { rows: read } = await client.query({
          text: `select small, "Large ""one""", id, name, source_hash, encode(vector_send(embedding), 'hex') from pg_temp.staged order by ctid`,
          rowMode: 'array',
        });
        await client.query('commit');
        expect(read).toEqual(rows.map(({ key, sourceHash: hash, vector }) => [...key, hash, bits(vector)]));
      }),
      { numRuns: 25 },
    );
  }));

test('thousands of rows, then one update; rows whose text was edited meanwhile stay', () =>
  withVectors(async (client) => {
    const count = 3000;
    const provider = featureHashing({ dimensions: 384 });
    await client.query('create table books (id int8 primary key, about text not null, embedding vector(384))');
    await client.query("insert into books select n, 'A whale numbered ' || n from generate_series(1, $1) n", [count]);
    const texts = Array.from({ length: count }, (_, index) => `A whale numbered ${index + 1}`);
    const vectors = await provider.embed(texts);
    const rows = texts.map((about, index) => ({
      key: [BigInt(index + 1)],
      sourceHash: sourceHash(about, provider),
      vector: vectors[index] ?? new Float32Array(),
    }));
    await client.query("update books set about = 'edited' where id = 17");
    await client.query('begin');
    expect(await copyVectors(client, { table: 'staged', key: [{ name: 'id', type: 'int8' }], dimensions: 384, rows })).toBe(count);
    const { rowCount } = await client.query(
      `update books b set embedding = s.embedding from pg_temp.staged s
        where s.id = b.id and s.source_hash = encode(sha256(convert_to($1 || E'\\n' || b.about, 'UTF8')), 'hex')`,
      [provider.model],
    );
    await client.query('commit');
    expect(rowCount).toBe(count - 1);
    const { rows: left } = await client.query('select id, about from books where embedding is null');
    expect(left).toEqual([{ id: 17n, about: 'edited' }]);
    await expect(client.query('select from pg_temp.staged')).rejects.toThrow('does not exist');
  }));

test('PostgreSQL computes the same hash', () =>
  withVectors(async (client) => {
    const provider = { model: 'a model' };
    await fc.assert(
      fc.asyncProperty(text(), async (about) => {
        const { rows } = await client.query("select encode(sha256(convert_to($1 || E'\\n' || $2, 'UTF8')), 'hex') as hash", [
          provider.model,
          about,
        ]);
        expect(rows).toEqual([{ hash: sourceHash(about, provider) }]);
      }),
      { numRuns: 50 },
    );
  }));

test('outside a transaction it is refused, and nothing is made', () =>
  withVectors(async (client) => {
    const copying = copyVectors(client, { table: 'staged', key: [{ name: 'id', type: 'int4' }], dimensions: 1, rows: [] });
    await expect(copying).rejects.toMatchObject({ code: 'GW448' });
    expect((await client.query("select from pg_class where relname = 'staged'")).rowCount).toBe(0);
  }));

test('a row that does not fit is named, and after a rollback the connection goes on', () =>
  withVectors(async (client) => {
    const key: readonly KeyColumn[] = [{ name: 'id', type: 'int4' }];
    const row = (id: number, length: number): VectorRow => ({ key: [id], sourceHash: 'h', vector: new Float32Array(length).fill(1) });
    await client.query('begin');
    const copying = copyVectors(client, { table: 'staged', key, dimensions: 2, rows: [row(1, 2), row(2, 3)] });
    await expect(copying).rejects.toMatchObject({ code: 'GW446', row: 1, expected: 2, got: 3 });
    await client.query('rollback');
    await client.query('begin');
    expect(await copyVectors(client, { table: 'staged', key, dimensions: 2, rows: [row(1, 2)] })).toBe(1);
    await client.query('commit');
  }));

test('what the server refuses is its own error: NaN in a vector, a table that is there already', () =>
  withVectors(async (client) => {
    const options = { table: 'staged', key: [{ name: 'id', type: 'uuid' }], dimensions: 1 } as const;
    await client.query('begin');
    const rows = [{ key: [randomUUID()], sourceHash: 'h', vector: Float32Array.of(Number.NaN) }];
    await expect(copyVectors(client, { ...options, rows })).rejects.toMatchObject({ code: '22000', message: 'NaN not allowed in vector' });
    await client.query('rollback');
    await client.query('begin');
    await copyVectors(client, { ...options, rows: [] });
    await expect(copyVectors(client, { ...options, rows: [] })).rejects.toMatchObject({ code: '42P07' });
    await client.query('rollback');
  }));
