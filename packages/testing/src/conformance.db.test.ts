/** What holds on every kind of server alike: the suite runs on the embedded one, on one in Docker and on one of a URL. */
import { join } from 'node:path';
import { isEmbeddedServer, UnknownDatabase, withClient } from '@godwit/postgres';
import { describe, expect } from 'vitest';
import type { DatabaseOptions } from './database/migrated-recipe.ts';
import { withDatabase } from './database/with-database.ts';
import { databaseTest } from './vitest/database-test.ts';

const PROJECT = join(import.meta.dirname, '../test/project');

const options: DatabaseOptions = { migrations: join(PROJECT, 'migrations'), seed: 'one-book.sql' };
const test = databaseTest(options);

describe('each test', () => {
  const titles = 'select title from book order by id';

  for (const turn of ['the first', 'another']) {
    test(`has the rows of the seed and a sequence of its own: ${turn}`, async ({ client }) => {
      expect((await client.query(titles)).rows).toEqual([{ title: 'Moby-Dick' }]);
      expect((await client.query("insert into book (title) values ('Emma') returning id")).rows).toEqual([{ id: 2 }]);
    });
  }

  test('sees nothing of a table that another has dropped', async ({ client }) => {
    await client.query('drop table book');
  });

  test('has it all the same', async ({ client }) => {
    expect((await client.query(titles)).rows).toHaveLength(1);
  });

  test.concurrent.for([1, 2, 3])('has its own beside others at the same time: %i', async (turn, { client, expect: expected }) => {
    await client.query('update book set title = $1', [`Book ${turn}`]);
    expected((await client.query(titles)).rows).toEqual([{ title: `Book ${turn}` }]);
  });

  test('begins with a session that nobody has touched', async ({ client }) => {
    await client.query("set search_path to pg_catalog; set time zone 'Asia/Tokyo'; create temporary table kept ()");
  });

  test('has no temporary table and no setting of the one before', async ({ client }) => {
    expect((await client.query("select to_regclass('kept') as kept, current_schema() as schema")).rows).toEqual([
      { kept: null, schema: 'public' },
    ]);
  });
});

test('the ledger says that it is at head', async ({ client }) => {
  expect((await client.query('select name from godwit.revision order by name')).rows).toEqual([
    { name: '000001-create-books' },
    { name: '000002-add-authors' },
  ]);
});

test('further connections lead to the same database and are closed afterwards', async ({ client, database }) => {
  const other = await database.connect({ applicationName: 'second' });
  await other.query("insert into book (title) values ('Emma')");
  expect((await client.query('select count(*) from book')).rows).toEqual([{ count: 2n }]);
  expect(new URL(database.url).pathname).toBe(`/${database.settings.database}`);
});

test('what a server can do is what it is', async ({ client, server }) => {
  expect(server.can('locks')).toBe(!isEmbeddedServer(client));
  expect(server.can('concurrency')).toBe(server.kind !== 'embedded');
  expect(server.can('timeouts')).toBe(server.kind !== 'embedded');
});

test('another target is another database', async () => {
  const columns = "select count(*)::int as columns from information_schema.columns where table_name = 'book'";
  const at = (target: string) =>
    withDatabase({ migrations: join(PROJECT, 'migrations'), target }, async ({ client }) => (await client.query(columns)).rows[0]?.columns);
  expect([await at('head'), await at('000001'), await at('create-books'), await at('base')]).toEqual([3, 2, 2, 0]);
});

test('a database goes when its work is done, and when it fails', async () => {
  const names: string[] = [];
  await withDatabase(options, async ({ settings }) => void names.push(settings.database));
  const failing = withDatabase(options, async ({ settings, client }) => {
    names.push(settings.database);
    await client.query('begin; delete from book');
    throw new Error('on purpose');
  });
  await expect(failing).rejects.toThrow('on purpose');
  await withDatabase(options, async ({ settings }) => {
    for (const database of names)
      await expect(withClient({ ...settings, database }, async () => undefined)).rejects.toThrow(UnknownDatabase);
  });
});

test('rows that cannot be loaded say where, and leave nothing', async () => {
  const seed = { key: 'bad', load: () => Promise.reject(new Error('no rows today')) };
  await expect(withDatabase({ ...options, seed }, async () => undefined)).rejects.toThrow('no rows today');
  await expect(withDatabase({ ...options, seed: 'nowhere.sql' }, async () => undefined)).rejects.toThrow(/nowhere\.sql cannot be loaded/);
});
