import { expect, test } from 'vitest';
import { parseDatabaseUrl } from '../database-url.ts';
import { withClient } from '../with-client.ts';
import { testServer } from './test-server.ts';
import { withDatabase } from './with-database.ts';

const exists = (name: string): Promise<boolean> =>
  withClient(testServer().settings, async (client) => {
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [name]);
    return rows.length === 1;
  });

test('gives an empty database with connections of its own, and drops it', async () => {
  const name = await withDatabase(async ({ client, settings, url, connect }) => {
    await client.query('create table t (a int8)');
    const other = await connect({ applicationName: 'second' });
    await other.query('insert into t values (9007199254740993)');
    expect((await client.query('select a from t')).rows).toEqual([{ a: 9007199254740993n }]);
    expect((await other.query("select current_setting('application_name') as name")).rows).toEqual([{ name: 'second' }]);
    expect(parseDatabaseUrl(url, 'test')).toEqual(settings);
    expect(await exists(settings.database)).toBe(true);
    return settings.database;
  });
  expect(await exists(name)).toBe(false);
});

test('drops the database when the test fails, and when a connection stays in a transaction', async () => {
  let name = '';
  const failing = withDatabase(async ({ client, settings }) => {
    name = settings.database;
    await client.query('begin');
    await client.query('create table t ()');
    throw new Error('on purpose');
  });
  await expect(failing).rejects.toThrow('on purpose');
  expect(await exists(name)).toBe(false);
});
