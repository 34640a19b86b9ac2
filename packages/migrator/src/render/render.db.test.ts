import { type TestDatabase, withDatabase } from '@godwit/postgres/testing';
import { test as anyTest, describe, expect } from 'vitest';
import { aHistory, type RevisionText } from '../statements/testing/a-history.ts';
import { executePlan, PLAIN, planTo, renderPlan, type Settings, standOf } from './testing/apply-plan.ts';
import { runPsql, withPsql } from './testing/run-psql.ts';

const test = withPsql(anyTest);

/** What psql could misread, and what one step could leave behind for the next. */
const TRAPS: readonly RevisionText[] = [
  {
    body: `create schema app;
set search_path to app;
set lock_timeout to '7s';
create table parts (id int primary key, path text[], lo int, n int) -- no semicolon, and a comment; \\q
`,
    revert: 'drop table app.parts; drop schema app;\n',
    message: 'parts',
  },
  {
    body: `create view slices as select path[1:n] as a, path[lo:n] as b, path[:n] as c, path[1:2] as d from app.parts;
comment on view slices is ':n and :''n'' and :"n" stay; \\i stays, \\\\ too';
create table "n:USER" (":n" text default ':USER', e text default E'\\\\:n\\'', "tab	le" text default $t$ :n \\q $t$);`,
    revert: 'drop view slices;\ndrop table "n:USER"',
  },
  {
    body: `create function lines() returns text language plpgsql as $body$
begin
/*
\\i not-a-command
*/
  -- :USER :'n' ;
  return 'a;' || $$ ' $$;\r
end;
$body$;
create function atomic(n int) returns setof text language sql
begin atomic
  select case when n > 1 then 'x;' else array_to_string(p.path[1:n], ',') end from app.parts as p;
  select 'end';
end;
create rule twice as on insert to "n:USER" do also (insert into app.parts (id) values (1); delete from app.parts where id = 1);
/* \\q /* nested ; */ ' */
-- it's; "odd
create table after_all (é text default 'é€𝄞')
/* the end */`,
    revert: 'drop table after_all; drop rule twice on "n:USER"; drop function atomic; drop function lines;',
  },
  {
    body: `create table parent (id int primary key);
create table child (parent_id int references parent deferrable initially deferred);
insert into child values (1);
insert into parent values (1);
select 'rows that nobody wants to see';
`,
    revert: { reason: 'because' },
  },
];

const UP = aHistory(TRAPS.map((text) => ({ ...text, revert: text.revert ?? '' })));
const BOTH_WAYS = aHistory(TRAPS.slice(0, 3));

/** Applies the same plans to a database by executing and to another by psql; both must end alike. */
async function compare(
  numbers: readonly number[],
  history: typeof UP,
  options: { settings?: Settings; prepare?: string; warnings?: boolean; psql?: Partial<Parameters<typeof runPsql>[0]> } = {},
) {
  const { settings = PLAIN, prepare, warnings = false, psql = {} } = options;
  await withDatabase(async (executed) => {
    await withDatabase(async (scripted) => {
      for (const { client } of [executed, scripted]) if (prepare !== undefined) await client.query(prepare);
      // What `prepare` set for the database is there from the next connection on.
      const client = await executed.connect();
      for (const number of numbers) {
        await executePlan(client, () => executed.connect(), await planTo(client, history, number), settings);
        const script = await renderPlan(await planTo(scripted.client, history, number), settings);
        const run = await runPsql({ url: scripted.url, script, ...psql });
        expect(run).toMatchObject(warnings ? { code: 0 } : { code: 0, stderr: '' });
        expect(await standOf(scripted.client)).toEqual(await standOf(executed.client));
      }
    });
  });
}

describe('psql -f leaves what upgrade and downgrade leave', () => {
  test('up, over everything that psql could misread', async () => {
    await compare([4], UP, { psql: { args: ['-v', 'n=1', '-v', 'lo=nonsense', '-v', '2=two'] } });
  });

  test('up, down in part, up, down to base', async () => {
    await compare([3, 1, 3, 0], BOTH_WAYS);
  });

  test('whatever ~/.psqlrc and the environment say', async () => {
    const psqlrc =
      '\\set AUTOCOMMIT off\n\\set ON_ERROR_STOP off\n\\set ON_ERROR_ROLLBACK on\n\\set FETCH_COUNT 1\n\\set SINGLELINE on\n\\set n 5\n\\timing on\n';
    await compare([4], UP, {
      psql: { psqlrc, env: { PGCLIENTENCODING: 'LATIN1', PGOPTIONS: '-c search_path=elsewhere -c lock_timeout=1' } },
    });
  });

  test('with placeholders and settings', async () => {
    const history = aHistory([
      {
        body: "create schema :SCHEMA;\ncreate table listed (a text default ':SCHEMA', b text default current_setting('app.mode'));\ninsert into listed default values;\n",
        revert: 'drop table listed; drop schema :SCHEMA',
      },
      { body: 'create table also (like app.listed)', revert: 'drop table app.also' },
    ]);
    const settings = { placeholders: { ':SCHEMA': 'app' }, pgSettings: { 'app.mode': "o'ne\\", search_path: 'app, public' } };
    await compare([2, 0], history, { settings });
  });

  test('under standard_conforming_strings off, which a database may still have', async () => {
    const history = aHistory([
      { body: "create table t (a text default 'x\\\\y', b text default E'\\\\z', c text default 'it''s');", revert: 'drop table t' },
    ]);
    await compare([1, 0], history, {
      warnings: true,
      prepare: 'do $$ begin execute format($x$alter database %I set standard_conforming_strings to off$x$, current_database()); end $$',
    });
  });
});

test('a schema that the role puts before pg_catalog means nothing to the script, and a step may do the same', async () => {
  const hostile = `create schema evil;
    create function evil.now() returns timestamptz language plpgsql as $$ begin raise 'evil.now'; end $$;
    create function evil.session_user() returns text language plpgsql as $$ begin raise 'evil.session_user'; end $$;
    create function evil.current_setting(text) returns text language plpgsql as $$ begin raise 'evil.current_setting'; end $$;
    create function evil.never(text, text) returns boolean language plpgsql as $$ begin raise 'evil.='; end $$;
    create operator evil.= (leftarg = text, rightarg = text, function = evil.never);
    do $$ begin execute format('alter database %I set search_path to evil, pg_catalog', current_database()); end $$`;
  const history = aHistory([
    { body: 'create table parts (id int)', revert: 'drop table parts' },
    {
      body: 'set search_path to evil, pg_catalog; create table more (id int)',
      revert: 'set search_path to evil, pg_catalog; drop table more',
    },
    {
      body: '--! no-transaction\ncreate index concurrently parts_id on parts (id)',
      revert: '--! no-transaction\ndrop index concurrently parts_id',
    },
  ]);
  await compare([3, 0], history, { prepare: hostile });
});

test('a second run fails at the first check, in words, and changes nothing', async () => {
  await withDatabase(async ({ client, url }) => {
    const script = await renderPlan(await planTo(client, BOTH_WAYS, 2));
    expect((await runPsql({ url, script })).code).toBe(0);
    const stand = await standOf(client);
    const again = await runPsql({ url, script, psqlrc: '\\set VERBOSITY terse\n\\set ON_ERROR_STOP off\n' });
    expect(again.code).toBe(3);
    expect(again.stderr).toContain('ERROR:  000001-step begins at base, and this database stands at 000002-step');
    expect(again.stderr).toContain('write the script again');
    expect(again.stderr.match(/ERROR/g)).toHaveLength(1);
    expect(await standOf(client)).toEqual(stand);
  });
});

test('an error in the middle keeps the steps before it and nothing of its own', async () => {
  const history = aHistory([
    { body: 'create table a (id int)' },
    { body: 'create table b (id int);\nselect 1 / 0;\ncreate table c (id int)' },
    { body: 'create table d (id int)' },
  ]);
  await withDatabase(async ({ client, url }) => {
    const run = await runPsql({ url, script: await renderPlan(await planTo(client, history, 3)), args: ['-v', 'ON_ERROR_STOP=0'] });
    expect(run.code).toBe(3);
    expect(run.stderr).toContain('division by zero');
    const { ledger } = await standOf(client);
    expect(ledger).toHaveLength(1);
    const { rows } = await client.query("select relname from pg_class where relname in ('a', 'b', 'c', 'd')");
    expect(rows).toEqual([{ relname: 'a' }]);
  });
});

test('a constraint that is deferred fails in its own step', async () => {
  const history = aHistory([
    { body: 'create table p (id int primary key); create table c (id int references p deferrable initially deferred)' },
    { body: 'insert into c values (1)' },
  ]);
  await withDatabase(async ({ client, url }) => {
    const run = await runPsql({ url, script: await renderPlan(await planTo(client, history, 2)) });
    expect(run.code).toBe(3);
    expect((await standOf(client)).ledger).toHaveLength(1);
  });
});

test('the whole history runs without a database to look at, and on one that has the ledger already', async () => {
  await withDatabase(async ({ client, url }) => {
    const script = await renderPlan(await planTo(client, BOTH_WAYS, 3));
    expect(script).toContain('from base to 000003-step');
    expect(await runPsql({ url, script })).toMatchObject({ code: 0, stderr: '' });
    const down = await renderPlan(await planTo(client, BOTH_WAYS, 0));
    expect(await runPsql({ url, script: down })).toMatchObject({ code: 0, stderr: '' });
    expect(await runPsql({ url, script })).toMatchObject({ code: 0, stderr: '' });
  });
});

test('a database in another encoding gets the characters that the revision has', async () => {
  const history = aHistory([{ body: "create table caf\u00e9 (a text default 'd\u00e9j\u00e0 vu')" }]);
  await withDatabase({ createOptions: "encoding 'LATIN1' locale 'C' template template0" }, async ({ client, url }: TestDatabase) => {
    expect(await runPsql({ url, script: await renderPlan(await planTo(client, history, 1)) })).toMatchObject({ code: 0, stderr: '' });
    expect((await client.query('insert into "caf\u00e9" default values returning a')).rows).toEqual([{ a: 'd\u00e9j\u00e0 vu' }]);
  });
});

test('what graphile-migrate applied is recorded first, under the same check', async () => {
  await withDatabase(async ({ client, url }) => {
    const first = BOTH_WAYS.revisions[0];
    await runPsql({ url, script: await renderPlan(await planTo(client, BOTH_WAYS, 1)) });
    await client.query('delete from godwit.revision');
    const script = await renderPlan(await planTo(client, BOTH_WAYS, 2), PLAIN, { includeLedgerSchema: false });
    expect(await runPsql({ url, script })).toMatchObject({ code: 0, stderr: '' });
    expect((await standOf(client)).ledger).toMatchObject([{ hash: first?.hash, known: { name: '000001-step', message: 'parts' } }, {}]);
    const again = await runPsql({ url, script });
    expect(again.stderr).toContain('this script begins at 000001, and this database stands at 000002-step');
  });
});

test('a script says only its steps while it runs well', async () => {
  const history = aHistory([{ body: 'create table a (id int); insert into a values (1)' }, { body: 'create table b (id int)' }]);
  await withDatabase(async ({ client, url }) => {
    const run = await runPsql({ url, script: await renderPlan(await planTo(client, history, 2)) });
    expect(run).toEqual({ code: 0, stdout: 'up 000001-step\nup 000002-step\n', stderr: '' });
  });
});

describe('steps outside a transaction', () => {
  const history = aHistory([
    { body: 'create table t (a int, b int);\ninsert into t values (1, 1), (1, 2)', revert: 'drop table t' },
    {
      body: '--! no-transaction\ncreate index concurrently t_b on t (b) -- alone',
      revert: '--! no-transaction\ndrop index concurrently t_b;',
    },
    { body: '--! no-transaction\nvacuum t;', revert: '--! no-transaction\nreindex table concurrently t' },
    {
      body: '--! no-transaction\ncreate unique index concurrently if not exists t_a on t (a);',
      revert: '--! no-transaction\ndrop index concurrently if exists t_a',
    },
  ]);

  test('leave what executing them leaves, up and down', async () => {
    await compare([3, 1, 3, 0], history);
    const settings = { placeholders: {}, pgSettings: { search_path: 'public' } };
    await compare([3, 0], history, { settings, psql: { psqlrc: '\\set AUTOCOMMIT off\n' } });
  });

  test('a script that dies in one is found by the next upgrade, which cleans up and goes on', async () => {
    await withDatabase(async ({ client, url, connect }) => {
      const script = await renderPlan(await planTo(client, history, 4));
      const run = await runPsql({ url, script });
      expect(run).toMatchObject({ code: 3, stderr: expect.stringContaining('could not create unique index') });
      expect(await standOf(client)).toMatchObject({ extra: { known: 3, unfinished: 1 } });
      const again = await runPsql({ url, script });
      expect(again.stderr).toContain('a step that runs outside a transaction began on this database and has not ended: 000004-step');
      expect(again.stderr).toContain('godwit repair');
      await client.query('delete from t where b = 2');
      await executePlan(client, connect, await planTo(client, history, 4));
      const { rows } = await client.query(
        "select indexrelid::regclass::text as name, indisvalid as valid from pg_index where indrelid = 't'::regclass order by 1",
      );
      expect(rows).toEqual([
        { name: 't_a', valid: true },
        { name: 't_b', valid: true },
      ]);
      expect(await standOf(client)).toMatchObject({ extra: { known: 4, unfinished: 0 } });
    });
  });

  test('a step that somebody else settled meanwhile is not entered twice', async () => {
    await withDatabase(async ({ client, url }) => {
      const script = await renderPlan(await planTo(client, history, 2));
      const meddled = script.replace('-- alone\n;', '-- alone\n;\ndelete from godwit.journal;');
      expect(meddled).not.toBe(script);
      const run = await runPsql({ url, script: meddled });
      expect(run).toMatchObject({ code: 3, stderr: expect.stringContaining('somebody else has settled 000002-step meanwhile') });
      expect((await standOf(client)).ledger).toHaveLength(1);
    });
  });
});
