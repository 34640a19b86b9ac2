import { parseQueryFile } from '@godwit/authoring';
import type { Client } from '@godwit/postgres';
import { withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { checkQueries } from '../tools/check-queries.ts';
import { QueryDoesNotPrepare, UntypedColumn } from '../tools/errors.ts';

async function errorOf(client: Client, sql: string): Promise<unknown> {
  return checkQueries(client, await parseQueryFile('src/s/q.sql', sql)).then(
    () => null,
    (error: unknown) => error,
  );
}

test('a query that fits passes, with parameters of every kind', async () => {
  await withDatabase(async ({ client }) => {
    await client.query('create table t (id int4, names text[], doc jsonb)');
    const sql = `/*
      @name Insert
      @param rows -> ((id, doc)...)
    */
    insert into t (id, doc) values :rows! returning id;
    /* @name Find */
    select id, names, doc from t where id = :id! and (:name::text is null or :name = any (names));`;
    expect(await errorOf(client, sql)).toBeNull();
    expect((await client.query('select 1 as one')).rows, 'the connection goes on').toEqual([{ one: 1 }]);
  });
});

test('a column that is gone is shown in the file, behind parameters and characters of several bytes', async () => {
  await withDatabase(async ({ client }) => {
    await client.query('create table t (id int4)');
    const sql = `/* @name First */\nselect id from t;\n\n/* @name Second */\nselect 'é日' as bird, :first!::text as a\nfrom t where id = :id! and t.gone = :first!;\n`;
    const error = await errorOf(client, sql);
    expect(error).toBeInstanceOf(QueryDoesNotPrepare);
    expect(error).toMatchObject({
      code: 'GW391',
      query: 'Second',
      message: 'src/s/q.sql:6 query Second does not fit the schema at head: column t.gone does not exist',
      frame: { line: 6, column: 'from t where id = :id! and t.gone'.indexOf('t.gone') + 1 },
    });
  });
});

test("keeps the server's hint", async () => {
  await withDatabase(async ({ client }) => {
    await client.query('create table books (title text)');
    const error = await errorOf(client, '/* @name Typo */\nselect titel from books;\n');
    expect(error).toMatchObject({ details: [expect.stringContaining('books.title')], frame: { line: 2, column: 8 } });
  });
});

test('refuses a type that the generated types would be wrong about', async () => {
  await withDatabase(async ({ client }) => {
    const error = await errorOf(client, '/* @name Prices */\nselect 1 as one, array[0.1::numeric] as prices;\n');
    expect(error).toBeInstanceOf(UntypedColumn);
    expect(error).toMatchObject({
      message: expect.stringContaining('src/s/q.sql:2 query Prices returns prices as numeric[]'),
      help: expect.stringContaining('::text[]'),
    });
    expect(await errorOf(client, '/* @name Prices */\nselect array[0.1::numeric]::text[] as prices;\n')).toBeNull();
    expect(await errorOf(client, "/* @name Box */\nselect '(1,1),(0,0)'::box as box;\n")).toMatchObject({
      help: expect.stringContaining('::text'),
    });
  });
});
