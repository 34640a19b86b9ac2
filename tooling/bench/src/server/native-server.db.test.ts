import { onRealServer, testServer } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { openNativeServer } from './native-server.ts';

onRealServer(test)('each database is new, empty, and gone afterwards', async () => {
  const server = await openNativeServer({ GODWIT_BENCH_DATABASE_URL: testServer().url });
  const names: string[] = [];
  for (let run = 0; run < 2; run++) {
    await server.withDatabase(async ({ url, connect }) => {
      names.push(new URL(url).pathname.slice(1));
      const client = await connect();
      await client.query('create table t ()').finally(() => client.end());
    });
  }
  expect(new Set(names).size).toBe(2);
  const left = await server.withDatabase(async ({ connect }) => {
    const client = await connect();
    return client.query('select datname from pg_database where datname = any($1)', [names]).finally(() => client.end());
  });
  expect(left.rows).toEqual([]);
});

onRealServer(test)('what a command keeps beside a database goes with it', async () => {
  const server = await openNativeServer({ GODWIT_BENCH_DATABASE_URL: testServer().url });
  let kept = '';
  await server.withDatabase(async ({ shadowUrl, connect }) => {
    kept = `${new URL(shadowUrl).pathname.slice(1)}_t_1`;
    const client = await connect();
    await client.query(`create database ${kept} is_template true allow_connections false`).finally(() => client.end());
  });
  const left = await server.withDatabase(async ({ connect }) => {
    const client = await connect();
    return client.query('select 1 from pg_database where datname = $1', [kept]).finally(() => client.end());
  });
  expect(left.rowCount).toBe(0);
});

onRealServer(test)('a database whose bench failed is dropped too, and the error stays', async () => {
  const server = await openNativeServer({ GODWIT_BENCH_DATABASE_URL: testServer().url });
  let name = '';
  const failed = server.withDatabase(async ({ url }) => {
    name = new URL(url).pathname.slice(1);
    throw new Error('the contender fell over');
  });
  await expect(failed).rejects.toThrow('the contender fell over');
  const left = await server.withDatabase(async ({ connect }) => {
    const client = await connect();
    return client.query('select 1 from pg_database where datname = $1', [name]).finally(() => client.end());
  });
  expect(left.rowCount).toBe(0);
});

test.skipIf(!testServer().embedded)('the embedded server is refused', async () => {
  await expect(openNativeServer({ GODWIT_BENCH_DATABASE_URL: testServer().url })).rejects.toThrow('is the embedded server');
});
