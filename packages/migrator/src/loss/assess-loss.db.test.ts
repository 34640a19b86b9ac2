import type { Client } from '@godwit/postgres';
import { onRealServer, withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { aStep } from '../statements/testing/a-step.ts';
import { assessLoss } from './assess-loss.ts';
import type { LossReport } from './loss.ts';

const SHELF = `
  create schema shelf;
  create type shelf.format as enum ('paper', 'audio', 'ebook');
  create domain shelf.isbn as text;
  create table shelf.books (
    id int primary key, title varchar(40), rating int default 0, pages bigint, price numeric(10, 4), format shelf.format,
    isbn shelf.isbn, added timestamptz, tags text[], loud text generated always as (upper(title)) stored, note text
  );
  insert into shelf.books (id, title, rating, pages, price, format, isbn, added, tags)
  values
    (1, 'Dune', 5, 412, 9.99, 'paper', '1', '2024-05-01 10:30+00', '{a}'),
    (2, 'Neuromancer, a rather long title', 0, 3000000000, 10.1234, 'audio', null, '2024-05-02 00:00+00', null),
    (3, null, null, null, null, 'ebook', '3', null, '{}');
  create table shelf.loans (book_id int references shelf.books, who text);
  insert into shelf.loans values (1, 'Ann'), (2, 'Bo');
  create table shelf.empty (id int);
  create view shelf.titles as select title from shelf.books;
`;

async function assess(
  client: Client,
  bodies: readonly string[],
  options: Partial<Parameters<typeof assessLoss>[0]> = {},
): Promise<LossReport> {
  const steps = bodies.map((body, index) => aStep({ number: bodies.length - index, body, direction: 'down' }));
  return await assessLoss({ client, plan: { steps }, placeholders: {}, ...options });
}

/** `rows shelf.books 3`. */
const short = ({ losses }: LossReport) =>
  losses.map(({ kind, object, count, exact }) => `${kind} ${object} ${exact ? count : `about ${count}`}`);

async function onShelf(run: (client: Client, look: (...bodies: string[]) => Promise<string[]>) => Promise<void>): Promise<void> {
  await withDatabase(async ({ client }) => {
    await client.query(SHELF);
    await run(client, async (...bodies) => short(await assess(client, bodies)));
  });
}

describe('rows that go', () => {
  test('with tables, schemas, TRUNCATE and DELETE', async () => {
    await onShelf(async (client, look) => {
      expect(await look('drop table shelf.loans; drop table shelf.books cascade')).toEqual(['rows shelf.loans 2', 'rows shelf.books 3']);
      expect(await look('drop schema shelf cascade')).toEqual(['rows shelf.books 3', 'rows shelf.loans 2']);
      expect(await look('truncate shelf.books cascade')).toEqual(['rows shelf.books 3', 'rows shelf.loans 2']);
      expect(await look('delete from shelf.books as b using shelf.loans as l where l.book_id = b.id and b.id > 1')).toEqual([
        'rows shelf.books 1',
      ]);
      expect(await look("with x as (select 'Ann' as who) delete from shelf.loans where who in (select who from x) returning *")).toEqual([
        'rows shelf.loans 1',
      ]);
      expect(await look('delete from shelf.loans')).toEqual(['rows shelf.loans 2']);
      await client.query('set search_path to shelf');
      expect(short(await assess(client, ['drop table loans'], { searchPath: 'shelf, public' }))).toEqual(['rows shelf.loans 2']);
    });
  });

  test('each loss says which step and which statement', async () => {
    await onShelf(async (client) => {
      const { losses } = await assess(client, ['-- away\ndrop table\n  shelf.loans;', 'alter table shelf.books drop column title cascade']);
      expect(losses).toMatchObject([
        { step: { name: '000002-step' }, statement: 'drop table' },
        { step: { name: '000001-step' }, statement: 'alter table shelf.books drop column title cascade' },
      ]);
    });
  });

  test('partitions are counted once, with their parent or alone', async () => {
    await withDatabase(async ({ client }) => {
      await client.query(`create schema s; create table s.p (id int) partition by range (id);
        create table s.p1 partition of s.p for values from (0) to (10); create table s.p2 partition of s.p for values from (10) to (20);
        insert into s.p select generate_series(1, 15)`);
      expect(short(await assess(client, ['drop table s.p']))).toEqual(['rows s.p 15']);
      expect(short(await assess(client, ['drop table s.p2']))).toEqual(['rows s.p2 6']);
      expect(short(await assess(client, ['drop schema s cascade']))).toEqual(['rows s.p 15']);
    });
  });
});

describe('values that go', () => {
  test('with columns: nulls and defaults are none, what is generated is computed again', async () => {
    await onShelf(async (_client, look) => {
      expect(await look('alter table shelf.books drop column rating')).toEqual(['values shelf.books.rating 1']);
      expect(await look('alter table shelf.books drop column title cascade, drop column note, drop column if exists nothing')).toEqual([
        'values shelf.books.title 2',
      ]);
      expect(await look('alter table shelf.books drop column loud')).toEqual([]);
    });
  });

  test('with a type, a domain, a schema of types, an extension', async () => {
    await onShelf(async (client, look) => {
      // Not every server has both.
      const { rows } = await client.query(
        "select name from pg_available_extensions where name in ('citext', 'vector') order by name limit 1",
      );
      const extension = rows[0].name;
      await client.query(`create extension ${extension}; create table public.words (word ${extension}, list shelf.format[])`);
      await client.query("insert into public.words values (null, null), ('[1]', '{paper}')");
      expect(await look('drop type shelf.format cascade')).toEqual(['values shelf.books.format 3', 'values public.words.list 1']);
      expect(await look('drop domain shelf.isbn cascade')).toEqual(['values shelf.books.isbn 2']);
      expect(await look('drop schema shelf cascade')).toEqual(['rows shelf.books 3', 'rows shelf.loans 2', 'values public.words.list 1']);
      expect(await look(`drop extension ${extension} cascade`)).toEqual(['values public.words.word 1']);
    });
  });
});

describe('values that do not fit', () => {
  test('a shorter text refuses, and shows three with their keys', async () => {
    await onShelf(async (client, look) => {
      const { losses } = await assess(client, ['alter table shelf.books alter column title type varchar(10)']);
      expect(losses).toMatchObject([
        {
          kind: 'refused',
          object: 'shelf.books.title',
          count: 1,
          exact: true,
          examples: [{ key: 'id = 2', before: 'Neuromancer, a rather long title', after: null }],
        },
      ]);
      expect(await look('alter table shelf.books alter column title type varchar(80)')).toEqual([]);
      expect(await look('alter table shelf.books alter column title type text')).toEqual([]);
      expect(await look('alter table shelf.books alter column title type varchar(10) using left(title, 10)')).toEqual([
        'altered shelf.books.title 1',
      ]);
      expect(await look('alter table shelf.books alter column title type char(4)')).toEqual(['refused shelf.books.title 1']);
    });
  });

  test('numbers: out of range refuses, rounding alters', async () => {
    await onShelf(async (client, look) => {
      expect(await look('alter table shelf.books alter column pages type int')).toEqual(['refused shelf.books.pages 1']);
      expect(await look('alter table shelf.books alter column pages type numeric')).toEqual([]);
      expect(await look('alter table shelf.books alter column rating type bigint')).toEqual([]);
      const { losses } = await assess(client, ['alter table shelf.books alter column price type numeric(5, 2)']);
      expect(losses).toMatchObject([{ kind: 'altered', count: 1, examples: [{ key: 'id = 2', before: '10.1234', after: '10.12' }] }]);
      expect(await look('alter table shelf.books alter column price type numeric(2, 1)')).toEqual(['refused shelf.books.price 2']);
      expect(await look('alter table shelf.books alter column price type int using price::int')).toEqual(['altered shelf.books.price 2']);
      expect(await look('alter table shelf.books alter column price type real')).toEqual([]);
    });
  });

  test('dates lose their time, arrays and texts are cast by their text', async () => {
    await onShelf(async (client, look) => {
      await client.query("set timezone to 'UTC'");
      expect(await look('alter table shelf.books alter column added type date')).toEqual(['altered shelf.books.added 1']);
      expect(await look('alter table shelf.books alter column added type timestamp')).toEqual([]);
      expect(await look('alter table shelf.books alter column tags type text using array_to_string(tags, chr(44))')).toEqual([
        'altered shelf.books.tags 2',
      ]);
      expect(await look('alter table shelf.books alter column isbn type int using isbn::int')).toEqual([]);
      expect(await look('alter table shelf.books alter column format type text')).toEqual([]);
    });
  });

  test('json becomes jsonb: of equal keys but the last go, blanks and order mean nothing', async () => {
    await withDatabase(async ({ client }) => {
      await client.query(`create table notes (id int primary key, data json)`);
      const texts = ['{"b": 1, "a" : [1, 2]}', '{"a": 1, "a": 2}', '[{"x": {"y": 1, "y": 1}}]', '{"x": [1], "y": [1]}', '"a"'];
      for (const [id, text] of texts.entries()) await client.query('insert into notes values ($1, $2)', [id, text]);
      for (const using of ['', ' using data::jsonb', ' using cast(data as jsonb)']) {
        const { losses } = await assess(client, [`alter table notes alter column data type jsonb${using}`]);
        expect(losses).toMatchObject([
          {
            kind: 'altered',
            object: 'public.notes.data',
            count: 2,
            examples: [
              { key: 'id = 1', before: '{"a": 1, "a": 2}', after: '{"a": 2}' },
              { key: 'id = 2', after: '[{"x": {"y": 1}}]' },
            ],
          },
        ]);
      }
      await client.query('alter table notes alter column data type jsonb');
      expect(short(await assess(client, ['alter table notes alter column data type json']))).toEqual([]);
    });
  });

  test('what USING cannot compute is refused, in the words of the server', async () => {
    await onShelf(async (client) => {
      const { losses } = await assess(client, ['alter table shelf.books alter column title type int using title::int']);
      expect(losses).toMatchObject([
        { kind: 'refused', object: 'shelf.books.title', count: null, reason: expect.stringContaining('invalid input syntax') },
      ]);
    });
  });

  test('an enum that is made again without a label', async () => {
    await onShelf(async (client, look) => {
      const again = `alter type shelf.format rename to format_old; create type shelf.format as enum ('paper', 'audio');`;
      const { losses } = await assess(client, [
        `${again} alter table shelf.books alter column format type shelf.format using format::text::shelf.format; drop type shelf.format_old`,
      ]);
      expect(losses).toMatchObject([
        { kind: 'refused', object: 'shelf.books.format', count: 1, examples: [{ key: 'id = 3', before: 'ebook' }] },
      ]);
      const mapped = `${again} alter table shelf.books alter column format type shelf.format using (case format::text when 'ebook' then 'paper' else format::text end)::shelf.format`;
      expect(await look(mapped)).toEqual(['altered shelf.books.format 1']);
    });
  });

  test('NOT NULL refuses nulls, unless the plan fills them first', async () => {
    await onShelf(async (client, look) => {
      const { losses } = await assess(client, ['alter table shelf.books alter column title set not null']);
      expect(losses).toMatchObject([{ kind: 'refused', object: 'shelf.books.title', count: 1, reason: 'null' }]);
      expect(
        await look("update shelf.books set title = '' where title is null; alter table shelf.books alter column title set not null"),
      ).toEqual([]);
    });
  });
});

describe('values that are overwritten', () => {
  test('count, when there is something to overwrite', async () => {
    await onShelf(async (_client, look) => {
      expect(await look('update shelf.books set rating = 1 where id > 1')).toEqual(['overwritten shelf.books.rating 1']);
      expect(await look("update shelf.books as b set title = l.who, note = '' from shelf.loans as l where l.book_id = b.id")).toEqual([
        'overwritten shelf.books.title, shelf.books.note 2',
      ]);
      expect(await look("update shelf.books set note = 'x'")).toEqual([]);
      expect(await look('alter table shelf.books add column old_rating int; update shelf.books set old_rating = rating')).toEqual([]);
    });
  });
});

describe('names of a plan', () => {
  test('what is renamed is found, what the plan makes is not there', async () => {
    await onShelf(async (_client, look) => {
      expect(await look('alter table shelf.loans rename to lent', 'drop table shelf.lent')).toEqual(['rows shelf.loans 2']);
      expect(await look('alter table shelf.books rename column title to name; alter table shelf.books drop column name cascade')).toEqual([
        'values shelf.books.title 2',
      ]);
      expect(
        await look(
          'create table shelf.tmp as select * from shelf.loans; drop table shelf.tmp; drop table if exists shelf.nowhere; drop table shelf.empty',
        ),
      ).toEqual([]);
    });
  });

  test('views, indexes and functions hold no rows', async () => {
    await onShelf(async (_client, look) => {
      expect(
        await look(
          'drop view shelf.titles; drop index if exists shelf.i; drop function if exists shelf.f; alter table shelf.books drop constraint books_pkey cascade',
        ),
      ).toEqual([]);
    });
  });
});

test('code is named as what cannot be seen', async () => {
  await onShelf(async (client) => {
    const { losses, unseen } = await assess(client, [
      'do $$ begin delete from shelf.books; end $$',
      'create domain d as int check (value > 0); alter table shelf.books alter rating type d',
    ]);
    expect(losses).toEqual([]);
    expect(unseen.map(({ reason }) => reason)).toEqual(['DO runs code', 'the plan itself makes the type d']);
  });
});

test('a condition that the database cannot answer counts as unknown, not as nothing', async () => {
  await onShelf(async (client) => {
    const { losses } = await assess(client, ['delete from shelf.loans where archived']);
    expect(losses).toMatchObject([
      { kind: 'rows', object: 'shelf.loans', count: null, exact: false, reason: expect.stringContaining('archived') },
    ]);
  });
});

test('the settings of the plan hold, and end with it', async () => {
  await onShelf(async (client) => {
    await client.query(
      'alter table shelf.loans enable row level security; alter table shelf.loans force row level security; grant usage on schema shelf to pg_monitor; grant select on shelf.loans to pg_monitor',
    );
    const pgSettings = { search_path: 'shelf', role: 'pg_monitor' };
    expect(short(await assess(client, ['drop table loans']))).toEqual([]);
    expect(short(await assess(client, ['drop table loans'], { pgSettings: { search_path: 'shelf' } }))).toEqual(['rows shelf.loans 2']);
    expect(short(await assess(client, ['drop table loans'], { pgSettings }))).toEqual(['rows shelf.loans about null']);
    expect((await client.query('select current_user = session_user as same')).rows).toEqual([{ same: true }]);
  });
});

test('nothing is left behind: no transaction, no setting, no row', async () => {
  await onShelf(async (client, look) => {
    await look('drop schema shelf cascade', "update shelf.books set title = 'x'");
    const { rows } = await client.query(
      "select count(*)::int as books, current_setting('transaction_read_only') as read_only, current_setting('statement_timeout') as timeout from shelf.books",
    );
    expect(rows).toEqual([{ books: 3, read_only: 'off', timeout: '0' }]);
    expect(await assess(client, [])).toEqual({ losses: [], unseen: [] });
  });
});

test('placeholders are put in first, and shown as they are written', async () => {
  await onShelf(async (client) => {
    expect(short(await assess(client, ['drop table :SCHEMA.loans'], { placeholders: { ':SCHEMA': 'shelf' } }))).toEqual([
      'rows shelf.loans 2',
    ]);
  });
});

onRealServer(test)('a table that somebody holds is not waited for: its statistics tell', async () => {
  await withDatabase(async ({ client, connect }) => {
    await client.query(
      'create table t (id int, a int); insert into t select n, case when n % 4 = 0 then n end from generate_series(1, 100) n; analyze t',
    );
    const other = await connect();
    await other.query('begin; lock table t in access exclusive mode');
    const report = await assess(client, [
      'alter table t drop column a, alter column id set not null; drop table t',
      'alter table t alter column a type smallint; delete from t where id = 1',
    ]);
    expect(short(report)).toEqual([
      'values public.t.a about 25',
      'refused public.t.id about null',
      'rows public.t about 100',
      'altered public.t.a about null',
      'rows public.t about null',
    ]);
    expect(report.losses.map(({ reason }) => reason)).toEqual([
      'estimated: counting took too long',
      'not counted: it took too long',
      'estimated: counting took too long',
      'not looked through: it took too long (about 25 values)',
      'not counted: it took too long',
    ]);
    await other.query('rollback');
  });
});

onRealServer(test)('what takes too long is given up', async () => {
  await withDatabase(async ({ client }) => {
    await client.query('create table t (id int); insert into t values (1); create view slow as select pg_sleep(30)::text as s');
    const { losses } = await assess(client, ['delete from t where (select s from slow) is not null'], { questionMs: 1 });
    expect(losses).toMatchObject([{ kind: 'rows', count: null, exact: false, reason: 'not counted: it took too long' }]);
  });
});
