import { expect, test } from 'vitest';
import { type Client, connect } from '../connect.ts';
import { parseDatabaseUrl } from '../database-url.ts';
import { UnknownDatabase } from '../errors/login-errors.ts';
import { withClient } from '../with-client.ts';
import { testServer } from './test-server.ts';
import { withDatabase } from './with-database.ts';

/** Asked by connecting, since the embedded server's databases do not see each other in pg_database. */
async function exists(database: string): Promise<boolean> {
  try {
    await withClient({ ...testServer().settings, database }, async () => undefined);
    return true;
  } catch (error) {
    if (error instanceof UnknownDatabase) return false;
    throw error;
  }
}

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

test('drops the database when the test fails, with a transaction open and a connection of its own', async () => {
  let name = '';
  let stray: Client | undefined;
  const failing = withDatabase(async ({ client, settings }) => {
    name = settings.database;
    await client.query('begin');
    await client.query('create table t ()');
    stray = await connect(settings);
    throw new Error('on purpose');
  });
  await expect(failing).rejects.toThrow('on purpose');
  expect(await exists(name)).toBe(false);
  await stray?.end();
});
