import type { Client } from '@godwit/postgres';
import { withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { type Key, keyParameterSql, keySql } from '../key/key.ts';
import { type KeySpan, nextRange } from '../key/next-range.ts';
import { readWalkedTable, type WalkedTable } from '../key/walked-table.ts';
import { cutLanes } from './cut-lanes.ts';

const ROWS = 20_000;

const read = (client: Client, table: string, key: readonly string[] | null = null) =>
  readWalkedTable(client, { backfill: 'b', table, key });

/** How many rows of a table are in each span, and in none. */
async function rowsIn(client: Client, table: WalkedTable, spans: readonly KeySpan[]): Promise<number[]> {
  const counts = [];
  for (const { low, high } of spans) {
    const { rows } = await client.query(
      `select count(*)::int as rows from ${table.name}
       where ($1::text[] is null or ${keySql(table)} > ${keyParameterSql(table, 1)}) and ($2::text[] is null or ${keySql(table)} <= ${keyParameterSql(table, 2)})`,
      [low, high],
    );
    counts.push(rows[0].rows);
  }
  return counts;
}

const KEYS: readonly (readonly [name: string, create: string, insert: string])[] = [
  ['integers', 'id int primary key', `select n from generate_series(1, ${ROWS}) as n`],
  [
    'integers of which 70 % are gone in the middle',
    'id bigint primary key',
    `select n from generate_series(1, ${ROWS * 2}) as n where n < 8000 or n > 36000 or n % 10 < 3`,
  ],
  ['a skewed distribution', 'id numeric primary key', `select distinct (n::numeric ^ 4) from generate_series(1, ${ROWS}) as n`],
  ['uuids', 'id uuid primary key', `select md5(n::text)::uuid from generate_series(1, ${ROWS}) as n`],
  ['texts', 'id text collate "C" primary key', `select 'key ' || md5(n::text) from generate_series(1, ${ROWS}) as n`],
  [
    'moments',
    'id timestamptz primary key',
    `select timestamptz '2026-01-01' + n * interval '1 minute' from generate_series(1, ${ROWS}) as n`,
  ],
  ['two columns', 'a int, b text, primary key (a, b)', `select n % 7, 'x' || n from generate_series(1, ${ROWS}) as n`],
];

test.each(KEYS)('%s are cut into lanes that hold each row once, about as many each', (_, create, insert) =>
  withDatabase(async ({ client }) => {
    await client.query(`create table t (${create}); insert into t ${insert}`);
    const table = await read(client, 't');
    const spans = await cutLanes(client, table, 16);
    const counts = await rowsIn(client, table, spans);
    const all = counts.reduce((sum, rows) => sum + rows, 0);
    expect(counts).toHaveLength(16);
    expect((await client.query('select count(*)::int as rows from t')).rows).toEqual([{ rows: all }]);
    expect(Math.max(...counts)).toBeLessThan((all / 16) * 2.5);
  }),
);

test.each(KEYS)('%s are walked row by row in the order of the key', (_, create, insert) =>
  withDatabase(async ({ client }) => {
    await client.query(`create table t (${create}); insert into t ${insert}`);
    const table = await read(client, 't');
    let [rows, low]: [number, Key | null] = [0, null];
    for (;;) {
      const range = await nextRange(client, table, { low, high: null }, 3_333);
      if (range === null) break;
      expect(await rowsIn(client, table, [{ low, high: range.to }])).toEqual([range.rows]);
      rows += range.rows;
      low = range.to;
      if (range.last) break;
    }
    expect((await client.query('select count(*)::int as rows from t')).rows).toEqual([{ rows }]);
  }),
);

test('partitions are walked as one table', () =>
  withDatabase(async ({ client }) => {
    await client.query(`
      create table t (id int primary key) partition by range (id);
      create table t1 partition of t for values from (1) to (10001);
      create table t2 partition of t for values from (10001) to (30001);
      insert into t select generate_series(1, ${ROWS})`);
    const table = await read(client, 't');
    expect(table.rows).toBe(ROWS);
    const spans = await cutLanes(client, table, 4);
    expect((await rowsIn(client, table, spans)).reduce((sum, rows) => sum + rows, 0)).toBe(ROWS);
    expect(spans).toHaveLength(4);
  }));

test('a small table is one lane, an empty one too', () =>
  withDatabase(async ({ client }) => {
    await client.query(
      'create table t (id int primary key); create table none (id int primary key); insert into t select generate_series(1, 400)',
    );
    expect(await cutLanes(client, await read(client, 't'), 16)).toEqual([{ low: null, high: null }]);
    expect(await cutLanes(client, await read(client, 'none'), 16)).toEqual([{ low: null, high: null }]);
  }));

test('a table without a key is refused with what would give it one; any unique and full key is taken', () =>
  withDatabase(async ({ client }) => {
    await client.query('create table t (a int, b int not null, c int); create view v as select * from t');
    await expect(read(client, 't')).rejects.toMatchObject({ code: 'GW408', message: 'public.t cannot be walked: it has no primary key' });
    await client.query('create unique index on t (a); create unique index on t (b) where c = 1');
    await expect(read(client, 't')).rejects.toMatchObject({ code: 'GW408' });
    await expect(read(client, 't', ['a'])).rejects.toMatchObject({
      help: expect.stringContaining('create unique index concurrently on public.t (a)'),
    });
    await client.query('create unique index on t (b)');
    expect(await read(client, 't')).toMatchObject({ name: 'public.t', key: [{ name: 'b', type: 'integer' }] });
    await expect(read(client, 'v')).rejects.toMatchObject({ code: 'GW408', message: expect.stringContaining('it is a view') });
    await expect(read(client, 'nothing')).rejects.toMatchObject({ code: 'GW407' });
  }));
