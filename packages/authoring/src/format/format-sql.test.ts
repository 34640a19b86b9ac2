import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintSql } from '@godwit/migrator';
import { describe, expect, test } from 'vitest';
import { formatSql } from './format-sql.ts';

const LONG_CHECK = "alter table a add constraint c check (b in ('first of all', 'second of all', 'third of all', 'fourth')) not valid";

test('long statements are laid out, short ones stay on their line, what stands between them is the author’s', async () => {
  const { text, kept } = await formatSql(`-- Why.
create table a (id int primary key, name varchar(255) not null, tags text[] not null default '{}', size integer check (size > 0));
comment on   column a.id is 'Key';   -- here
comment on column a.name is 'Its name';


${LONG_CHECK};
`);
  expect(kept).toEqual([]);
  expect(text).toBe(`-- Why.
create table a (
  id int primary key,
  name varchar(255) not null,
  tags text[] not null default '{}',
  size integer check (size > 0)
);
comment on column a.id is 'Key';   -- here
comment on column a.name is 'Its name';


alter table a
  add constraint c check (b in ('first of all', 'second of all', 'third of all', 'fourth')) not valid;
`);
});

describe('is not touched', () => {
  test.each([
    ['a function and its body', 'create  function f()\n  returns int  language sql\nas $$\n   select  1; -- one\n$$;\n'],
    ['a DO block', 'do  $$ begin  null; end $$;\n'],
    ['what does not parse', 'alter  tabel a;\n'],
    ['nothing', ''],
    ['comments alone', '--  later\n/*  much\n  later */\n'],
  ])('%s', async (_, sql) => {
    expect(await formatSql(sql)).toEqual({ text: sql, kept: [] });
  });
});

test('a statement that would say something else stays as it was written, and is named', async () => {
  const continued = "comment on table a is 'one '\n  'and two'";
  const { text, kept } = await formatSql(`select   1;\n${continued};\nselect   2;\n`);
  expect(text).toBe(`select 1;\n${continued};\nselect 2;\n`);
  expect(kept).toEqual([{ firstLine: "comment on table a is 'one '", offset: 12 }]);
});

test('placeholders stay what they are', async () => {
  const { text, kept } = await formatSql('grant   select on table shelf.books to :READER;\n');
  expect({ text, kept }).toEqual({ text: 'grant select on table shelf.books to :READER;\n', kept: [] });
});

const repository = join(import.meta.dirname, '../../../..');

describe('every revision of this repository says the same afterwards, and formatting it again changes nothing', () => {
  test.each(globSync('migrations/{committed,reverts}/*.sql', { cwd: repository }))('%s', async (file) => {
    const sql = readFileSync(join(repository, file), 'utf8');
    const { text, kept } = await formatSql(sql);
    expect(kept).toEqual([]);
    expect(await fingerprintSql(text)).toEqual(await fingerprintSql(sql));
    expect((await formatSql(text)).text).toBe(text);
  });
});
