import pg from 'pg';
import { expect, test } from 'vitest';
import { useServer } from '../testing/use-server.ts';

const embedded = useServer();

test('a hundred connections at once, each with its own transactions', () =>
  embedded.withDatabase(async ({ url, connect }) => {
    const client = await connect();
    await client.query(
      'create table account (id int primary key, amount int not null); insert into account select n, 100 from generate_series(1, 10) n',
    );
    const pool = new pg.Pool({ connectionString: url, max: 100 });
    await Promise.all(
      Array.from({ length: 200 }, async (_, n) => {
        const one = await pool.connect();
        try {
          await one.query('begin');
          await one.query('update account set amount = amount - 1 where id = $1', [(n % 10) + 1]);
          await one.query('update account set amount = amount + 1 where id = $1', [((n + 1) % 10) + 1]);
          await one.query(n % 7 === 0 ? 'rollback' : 'commit');
        } finally {
          one.release();
        }
      }),
    );
    await pool.end();
    expect((await client.query('select sum(amount)::int as sum from account')).rows).toEqual([{ sum: 1000 }]);
  }));

test('large values and many rows, both ways', () =>
  embedded.withDatabase(async ({ connect }) => {
    const client = await connect();
    const large = 'ä'.repeat(16 * 1024 * 1024);
    const { rows } = await client.query('select $1::text as value', [large]);
    expect(rows[0]?.value === large).toBe(true);
    expect((await client.query('select g, repeat(g::text, 10) as text from generate_series(1, 200000) g')).rows).toHaveLength(200_000);
    expect((await client.query(`select length('${large}') as length`)).rows).toEqual([{ length: 16 * 1024 * 1024 }]);
  }));

test('the extensions of the five systems work', () =>
  embedded.withDatabase(async ({ connect }) => {
    const client = await connect();
    await client.query('create extension vector; create extension pg_trgm; create extension "uuid-ossp"; create extension pgcrypto');
    await client.query(
      'create table t (e vector(3), h halfvec(3), s text); create index on t using hnsw (e vector_cosine_ops); create index on t using gin (s gin_trgm_ops)',
    );
    await client.query("insert into t values ('[1,2,3]', '[1,2,3]', 'hello world')");
    const { rows } = await client.query(
      "select e <=> '[1,2,3]' as distance, similarity(s, 'helo') > 0.3 as similar, length(uuid_generate_v4()::text) as uuid, encode(digest('a', 'sha1'), 'hex') as digest from t",
    );
    expect(rows).toEqual([{ distance: 0, similar: true, uuid: 36, digest: '86f7e437faa5a7fce15d1ddcb9eaeaea377667b8' }]);
    await client.query('create index concurrently on t (s)');
    await client.query('vacuum analyze t');
  }));

test('a parallel plan is run by one', () =>
  embedded.withDatabase(async ({ connect }) => {
    const client = await connect();
    await client.query('create table t as select g, md5(g::text) as m from generate_series(1, 50000) g; analyze t');
    await client.query(
      'set max_parallel_workers_per_gather = 4; set max_parallel_workers = 8; set min_parallel_table_scan_size = 0; set parallel_setup_cost = 0',
    );
    expect((await client.query('select count(*)::int as n from t a join t b using (m)')).rows).toEqual([{ n: 50_000 }]);
  }));
