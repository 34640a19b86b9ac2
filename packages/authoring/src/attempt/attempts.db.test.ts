import { extractCatalog } from '@godwit/catalog';
import { readAttempt, readLedger } from '@godwit/migrator';
import { onRealServer } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { type Desk, withDesk } from '../testing/attempts.ts';
import { CurrentFailed, NeedsRevert, WayBackFailed, WayBackUnknown } from './errors.ts';

const BOOKS = "create table books (id int primary key, title text); insert into books values (1, 'Emma'), (2, 'Persuasion')";

function errorOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => null,
    (error: unknown) => error,
  );
}

async function undoSource({ database }: Desk): Promise<string | null | undefined> {
  return (await readLedger(database.client)).attempt?.undoSource;
}

describe('a text that only adds', () => {
  test('is applied, replaced and taken back, and its way back is known at once', () =>
    withDesk(BOOKS, async (desk) => {
      const attempts = await desk.open();
      expect(await attempts.save()).toEqual({ kind: 'nothing' });
      await desk.write('alter table books add year int;\ncreate table authors (id int);\n');
      expect(await attempts.save()).toMatchObject({ kind: 'applied', disposed: [] });
      expect(await undoSource(desk)).toBe('statements');
      expect(await attempts.save()).toMatchObject({ kind: 'unchanged' });
      await desk.write('alter table books add isbn text;\n');
      expect(await attempts.save()).toMatchObject({ kind: 'applied' });
      expect(await desk.columns('books')).toEqual(['id', 'title', 'isbn']);
      expect(await desk.columns('authors')).toBeNull();
      await desk.write('-- later\n');
      expect(await attempts.save()).toEqual({ kind: 'undone' });
      expect(await desk.columns('books')).toEqual(['id', 'title']);
      expect(await readLedger(desk.database.client)).toMatchObject({ current: null, attempt: null });
    }));

  test('another session goes on from where the first one was', () =>
    withDesk(BOOKS, async (desk) => {
      await desk.write('create table authors (id int);\n');
      await (await desk.open()).save();
      const other = await desk.open();
      expect(await other.save()).toMatchObject({ kind: 'unchanged' });
      await desk.write('create table writers (id int);\n');
      expect(await other.save()).toMatchObject({ kind: 'applied' });
      expect(await desk.columns('authors')).toBeNull();
    }));
});

describe('a text that changes what was there', () => {
  const text = "alter table books alter title set default 'untitled';\ncreate or replace view titles as select title from books;\n";

  test('is taken back by the difference', () =>
    withDesk(`${BOOKS}; create view titles as select title from books where id > 1`, async (desk) => {
      const before = await extractCatalog(desk.database.client);
      const attempts = await desk.open();
      await desk.write(text);
      expect(await attempts.save()).toMatchObject({ kind: 'applied' });
      expect(await undoSource(desk)).toBeNull();
      expect(await attempts.findWayBack()).toEqual({ kind: 'known' });
      expect(await undoSource(desk)).toBe('difference');
      await desk.write(`${text}comment on table books is 'all of them';\n`);
      expect(await attempts.save()).toMatchObject({ kind: 'applied' });
      await desk.write('');
      expect(await attempts.save(), 'whose way back nobody has stored').toEqual({ kind: 'undone' });
      expect(await extractCatalog(desk.database.client)).toEqual(before);
    }));

  test('is taken back after a crash that came before its way back was known', () =>
    withDesk(BOOKS, async (desk) => {
      const before = await extractCatalog(desk.database.client);
      await desk.write('alter table books rename to tomes;\n');
      await (await desk.open()).save();
      expect(await undoSource(desk)).toBeNull();
      const afterCrash = await desk.open();
      await desk.write('create table authors (id int);\n');
      expect(await afterCrash.save()).toMatchObject({ kind: 'applied' });
      expect(await afterCrash.undo()).toBe(true);
      expect(await extractCatalog(desk.database.client)).toEqual(before);
    }));

  test('what somebody else has made meanwhile stays', () =>
    withDesk(BOOKS, async (desk) => {
      const attempts = await desk.open();
      await desk.write("alter table books alter title set default 'a';\n");
      await attempts.save();
      await attempts.findWayBack();
      await desk.database.client.query('create table scratch (a int); insert into scratch values (1)');
      await desk.write("alter table books alter title set default 'b';\n");
      await attempts.save();
      await attempts.findWayBack();
      await desk.write('');
      await attempts.save();
      expect((await desk.database.client.query('select a from scratch')).rows).toEqual([{ a: 1 }]);
    }));
});

describe('a save that fails', () => {
  test('leaves what was applied before, and shows the place in the file where it was written', () =>
    withDesk(BOOKS, async (desk) => {
      const attempts = await desk.open();
      await desk.write('alter table books add year int;\n');
      await attempts.save();
      await desk.project.write('migrations/fixtures/deep/f.sql', '\n-- touch\nselect *\n  from nowhere;\n');
      await desk.write('create table a (id int);\n\n--!include deep/f.sql\n');
      const failure = await errorOf(attempts.save());
      expect(failure).toBeInstanceOf(CurrentFailed);
      expect(failure).toMatchObject({
        code: 'GW360',
        message: expect.stringMatching(/migrations\/fixtures\/deep\/f\.sql: relation "nowhere" does not exist$/),
        statement: 'select *\n  from nowhere',
        frame: { file: expect.stringMatching(/f\.sql$/), line: 4, column: 8 },
        help: 'the database is as it was before this save: correct it, and save again',
      });
      expect(await desk.columns('books')).toEqual(['id', 'title', 'year']);
      expect(await desk.columns('a')).toBeNull();
      await desk.write('alter table books add year int;\n');
      expect(await attempts.save()).toMatchObject({ kind: 'unchanged' });
    }));

  test.each([
    ['a syntax error', 'create table a (\n  id int,\n);\n', { line: 3, column: 1 }],
    ['a transaction of its own', 'create table a ();\ncommit;\n', { line: 2, column: 1 }],
    [
      'a deferred constraint',
      'create table a (id int references books deferrable initially deferred);\ninsert into a values (9);\n',
      { line: 3 },
    ],
  ])('%s', (_, text, frame) =>
    withDesk(BOOKS, async (desk) => {
      await desk.write(text);
      expect(await errorOf((await desk.open()).save())).toMatchObject({ constructor: CurrentFailed, frame });
      expect(await desk.columns('a')).toBeNull();
    }),
  );

  test('in the folder current/', () =>
    withDesk(BOOKS, async (desk) => {
      await desk.project.write('migrations/current/001-a.sql', 'create table a (id int);\n');
      await desk.project.write('migrations/current/002-b.sql', 'create table b (id int);\nselect boom;\n');
      const { rm } = await import('node:fs/promises');
      await rm(`${desk.project.folder}/current.sql`);
      const attempts = await desk.open();
      expect(await errorOf(attempts.save())).toMatchObject({ frame: { file: expect.stringMatching(/002-b\.sql$/), line: 2, column: 8 } });
      await desk.project.write('migrations/current/002-b.sql', 'create table b (id int);\n');
      expect(await attempts.save()).toMatchObject({ kind: 'applied' });
      expect([await desk.columns('a'), await desk.columns('b')]).toEqual([['id'], ['id']]);
    }));

  test('when the last one cannot be taken back, it says what stands in the way', () =>
    withDesk(BOOKS, async (desk) => {
      const attempts = await desk.open();
      await desk.write('create table authors (id int);\n');
      await attempts.save();
      await desk.database.client.query('create view mine as select * from authors');
      await desk.write('create table writers (id int);\n');
      const failure = await errorOf(attempts.save());
      expect(failure).toBeInstanceOf(WayBackFailed);
      expect(failure).toMatchObject({ details: expect.arrayContaining([expect.stringContaining('view mine depends on table authors')]) });
      expect(await desk.columns('authors')).toEqual(['id']);
      await desk.database.client.query('drop view mine');
      expect(await attempts.save()).toMatchObject({ kind: 'applied' });
    }));
});

describe('revert.sql', () => {
  test('may include a fixture', () =>
    withDesk(`${BOOKS}; create function f() returns int language sql as 'select 1'`, async (desk) => {
      const attempts = await desk.open();
      await desk.project.write('migrations/fixtures/f.sql', "create function f() returns int language sql as 'select 1';\n");
      await desk.write('drop function f();\n', '--!include f.sql\n');
      expect(await attempts.save()).toMatchObject({ kind: 'applied' });
      expect(await attempts.undo()).toBe(true);
      expect((await desk.database.client.query('select f()')).rows).toEqual([{ f: 1 }]);
    }));

  test('is the way back when it is not blank, also of rows', () =>
    withDesk(BOOKS, async (desk) => {
      const attempts = await desk.open();
      await desk.write('update books set title = upper(title);\n', 'update books set title = initcap(title);\n');
      expect(await attempts.save()).toMatchObject({ kind: 'applied' });
      expect(await undoSource(desk)).toBe('revert.sql');
      await desk.write('');
      expect(await attempts.save()).toEqual({ kind: 'undone' });
      expect((await desk.database.client.query('select title from books order by id')).rows).toEqual([
        { title: 'Emma' },
        { title: 'Persuasion' },
      ]);
    }));

  test('that is written anew takes the place of the stored one', () =>
    withDesk(BOOKS, async (desk) => {
      const attempts = await desk.open();
      await desk.write('alter table books add year int;\n', 'alter table books drop yaer;\n');
      await attempts.save();
      expect(await errorOf(attempts.undo())).toMatchObject({ constructor: WayBackFailed, frame: { line: 1 } });
      await desk.write('alter table books add year int;\n', 'alter table books drop year;\n');
      expect(await attempts.save()).toMatchObject({ kind: 'unchanged' });
      expect((await readAttempt(desk.database.client))?.undo?.body).toBe('alter table books drop year;\n');
      expect(await attempts.undo()).toBe(true);
    }));
});

describe('refused until the author writes the way back', () => {
  const made =
    'create function touch() returns void language sql as $$ delete from books where id = 1 $$; create table log (id int references books on delete cascade); insert into log values (1); create type mood as enum ($$ok$$)';

  test.each([
    ['rows of an older table', "insert into books values (3, 'Lady Susan');", ['1 row inserted into public.books'], 1],
    [
      'rows that a function changes',
      'create table a ();\nselect touch();',
      expect.arrayContaining(['1 row deleted from public.books', '1 row deleted from public.log']),
      2,
    ],
    ['rows in a DO block', 'do $$ begin update books set title = null; end $$;', ['2 rows updated in public.books'], 1],
    ['a column with values', 'alter table books drop title;', ['2 values of public.books.title would go'], 1],
    ['a table with rows', 'drop table log;\ncreate table log ();', ['1 row of public.log would go'], 1],
    ['a narrower type', 'alter table books alter title type varchar(4) using left(title, 4);', [expect.stringContaining('books.title')], 1],
    ['rows that are emptied', 'truncate log;', ['1 row of public.log would go'], 1],
    ['what code drops', 'do $$ begin execute $x$drop table log$x$; end $$;', ['public.log was dropped or emptied, with its rows'], 1],
    ['a value of an enum', "alter type mood add value 'sad';", [], 1],
  ])('%s', (_, text, details, line) =>
    withDesk(`${BOOKS}; ${made}`, async (desk) => {
      const attempts = await desk.open();
      await desk.write(`${text}\n`);
      const failure = await errorOf(attempts.save());
      expect(failure).toBeInstanceOf(NeedsRevert);
      expect(failure).toMatchObject({ code: 'GW362', details, frame: { line }, help: expect.stringContaining('revert.sql') });
      expect(await readLedger(desk.database.client)).toMatchObject({ attempt: null });
      expect((await desk.database.client.query('select count(*)::int4 as n from books')).rows).toEqual([{ n: 2 }]);
    }),
  );

  test('not what holds nothing, and not what the text makes itself', () =>
    withDesk(`${BOOKS}; create table empty (a int, b int)`, async (desk) => {
      const attempts = await desk.open();
      await desk.write(
        "alter table empty drop a;\ncreate table a as select * from books;\nupdate a set title = 'x';\ncreate type t as enum ('a');\nalter type t add value 'b';\n",
      );
      expect(await attempts.save()).toMatchObject({ kind: 'applied' });
      await attempts.findWayBack();
      await desk.write('');
      expect(await attempts.save()).toEqual({ kind: 'undone' });
      expect(await desk.columns('empty')).toHaveLength(2);
    }));
});

test('rows in what was made are disposable, and that is said once', () =>
  withDesk(BOOKS, async (desk) => {
    const attempts = await desk.open();
    await desk.write('create table a (id int);\nalter table books add year int;\n');
    await attempts.save();
    await desk.database.client.query('insert into a values (1), (2); update books set year = 1815 where id = 1');
    await desk.write('create table a (id int, b int);\nalter table books add year int;\n');
    expect(await attempts.save()).toMatchObject({
      disposed: [
        { kind: 'values', object: 'public.books.year', count: 1 },
        { kind: 'rows', object: 'public.a', count: 2 },
      ],
    });
    await desk.database.client.query('insert into a values (1, 1)');
    await desk.write('create table b (id int);\n');
    expect(await attempts.save()).toMatchObject({ disposed: [] });
  }));

test('rows in the partitions of what was there before are disposable in a new column', () =>
  withDesk('create table parts (id int) partition by list (id); create table part partition of parts default', async (desk) => {
    const attempts = await desk.open();
    await desk.write('alter table parts add year int;\n');
    await attempts.save();
    await desk.database.client.query('insert into parts values (1, 1815)');
    await desk.write('alter table parts add years int;\n');
    expect(await attempts.save()).toMatchObject({ disposed: [{ kind: 'values', object: 'public.parts.year', count: 1 }] });
  }));

test("over graphile-migrate's text it does what graphile-migrate would", () =>
  withDesk(BOOKS, async (desk) => {
    await desk.open();
    await desk.database.client.query("insert into graphile_migrate.current (content) values ('create table if not exists a ();')");
    const attempts = await desk.open();
    await desk.write('create table if not exists a ();\n');
    expect(await attempts.save()).toMatchObject({ kind: 'applied', isForeign: true });
    await desk.write('insert into books values (3) on conflict do nothing;\n');
    expect(await attempts.save()).toMatchObject({ kind: 'applied', isForeign: true });
    expect(await readLedger(desk.database.client)).toMatchObject({
      attempt: null,
      current: 'insert into books values (3) on conflict do nothing;\n',
    });
    await desk.write('');
    expect(await attempts.save()).toEqual({ kind: 'forgotten' });
    expect(await readLedger(desk.database.client)).toMatchObject({ attempt: null, current: null });
    expect(await desk.columns('a'), 'which nobody knows how to take back').toEqual([]);
    await desk.write('create table b ();\n');
    expect(await attempts.save()).toMatchObject({ kind: 'applied', isForeign: false });
  }));

describe('outside a transaction', () => {
  const index = (columns: string) => `--! no-transaction\ncreate unique index concurrently ix on books (${columns});\n`;

  test('an index is built, replaced and taken back', () =>
    withDesk(BOOKS, async (desk) => {
      const before = await extractCatalog(desk.database.client);
      const attempts = await desk.open();
      await desk.write(index('title'));
      expect(await attempts.save()).toMatchObject({ kind: 'applied' });
      await attempts.findWayBack();
      await desk.write(index('title, id'));
      expect(await attempts.save()).toMatchObject({ kind: 'applied' });
      expect(await attempts.undo()).toBe(true);
      expect(await extractCatalog(desk.database.client)).toEqual(before);
    }));

  test('what a failure leaves behind goes with the next save', () =>
    withDesk(`${BOOKS}; update books set title = 'Emma'`, async (desk) => {
      const before = await extractCatalog(desk.database.client);
      const attempts = await desk.open();
      await desk.write(index('title'));
      expect(await errorOf(attempts.save())).toMatchObject({
        constructor: CurrentFailed,
        help: expect.stringContaining('outside a transaction'),
      });
      expect((await extractCatalog(desk.database.client)).objects).toHaveProperty('index public.ix');
      await desk.write('');
      expect(await attempts.save()).toEqual({ kind: 'undone' });
      expect(await extractCatalog(desk.database.client)).toEqual(before);
    }));

  test('rows are not changed there without a way back', () =>
    withDesk(BOOKS, async (desk) => {
      await desk.write("--! no-transaction\nupdate books set title = 'x';\n");
      expect(await errorOf((await desk.open()).save())).toBeInstanceOf(NeedsRevert);
    }));
});

describe('when others are at work on the database', () => {
  test('another text that was applied meanwhile is taken back', () =>
    withDesk(BOOKS, async (desk) => {
      const [mine, theirs] = [await desk.open(), await desk.open()];
      await desk.write('create table a ();\n');
      await mine.save();
      await desk.write('create table b ();\n');
      await theirs.look();
      await theirs.save();
      await desk.write('create table c ();\n');
      expect(await mine.save()).toMatchObject({ kind: 'applied' });
      expect([await desk.columns('a'), await desk.columns('b'), await desk.columns('c')]).toEqual([null, null, []]);
    }));

  test('nothing is done on another revision', () =>
    withDesk(BOOKS, async (desk) => {
      const attempts = await desk.open();
      await desk.database.client.query("insert into graphile_migrate.migrations (hash, filename) values ('sha1:a', '000001.sql')");
      await desk.write('create table a ();\n');
      expect(await attempts.save()).toMatchObject({ kind: 'moved', ledger: { applied: [{ hash: 'sha1:a' }] } });
      expect(await desk.columns('a')).toBeNull();
    }));
});

test('when nobody knows the way back, the author is asked for it', () =>
  withDesk(BOOKS, async (desk) => {
    await desk.write('alter table books rename title to name;\n');
    await (await desk.open()).save();
    await desk.database.client.query('update godwit.attempt set base = null');
    const attempts = await desk.open();
    await desk.write('create table a ();\n');
    expect(await errorOf(attempts.save())).toBeInstanceOf(WayBackUnknown);
    await desk.write('create table a ();\n', 'alter table books rename name to title;\n');
    expect(await attempts.save()).toMatchObject({ kind: 'applied' });
    expect(await desk.columns('books')).toEqual(['id', 'title']);
  }));

onRealServer(test)('Ctrl-C while a statement runs leaves what was applied before', () =>
  withDesk(BOOKS, async (desk) => {
    const attempts = await desk.open();
    await desk.write('create table a ();\n');
    await attempts.save();
    await desk.write('select pg_sleep(60);\n');
    const stop = new AbortController();
    const saving = errorOf(attempts.save(stop.signal));
    for (;;) {
      const { rows } = await desk.database.client.query(
        "select 1 from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()",
      );
      if (rows.length > 0) break;
    }
    stop.abort();
    expect(await saving).toMatchObject({ code: 'GW224' });
    expect(await desk.columns('a')).toEqual([]);
  }),
);
