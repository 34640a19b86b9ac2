import { connect } from '@godwit/postgres';
import { onRealServer, type TestDatabase, withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { historyOf } from '../testing/history-of.ts';
import { upgrade } from '../testing/migrate.ts';
import { withRole } from '../testing/with-role.ts';
import { ensureLedger } from './ensure-ledger.ts';
import { LedgerNotAChain, LedgerNotReadable, LedgerTooNew } from './ledger-errors.ts';
import { LEDGER_VERSION } from './ledger-schema.ts';
import { readLedger } from './read-ledger.ts';

/** What graphile-migrate 1.4.1 leaves when it has migrated alone. */
const GRAPHILE = `
  create schema graphile_migrate;
  create table graphile_migrate.migrations (
    hash text primary key, previous_hash text references graphile_migrate.migrations, filename text not null, date timestamptz not null default now()
  );
  create table graphile_migrate.current (filename text primary key default 'current.sql', content text not null, date timestamptz not null default now());
  insert into graphile_migrate.migrations (hash, previous_hash, filename, date) values
    ('sha1:a', null, '000001.sql', '2020-01-02'), ('sha1:b', 'sha1:a', '000002.sql', '2020-01-01');`;

const nothing = { installed: false, version: null, applied: [], unfinished: null, production: false, current: null, attempt: null };

test('finds nothing in an empty database, and creates nothing', () =>
  withDatabase(async ({ client }) => {
    expect(await readLedger(client)).toEqual(nothing);
    const { rows } = await client.query("select nspname from pg_namespace where nspname in ('graphile_migrate', 'godwit')");
    expect(rows).toEqual([]);
  }));

test('reads what graphile-migrate wrote, in the order of the chain and not of dates', () =>
  withDatabase(async ({ client }) => {
    await client.query(GRAPHILE);
    expect(await readLedger(client)).toEqual({
      ...nothing,
      installed: true,
      applied: [
        { hash: 'sha1:a', previousHash: null, ledgerName: '000001.sql', appliedAt: expect.any(Date), details: null },
        { hash: 'sha1:b', previousHash: 'sha1:a', ledgerName: '000002.sql', appliedAt: expect.any(Date), details: null },
      ],
    });
  }));

test("reads the text that graphile-migrate's watch has applied, and takes a blank one for none", () =>
  withDatabase(async ({ client }) => {
    await client.query(GRAPHILE);
    await client.query("insert into graphile_migrate.current (content) values (E'select 1;\\n')");
    expect((await readLedger(client)).current).toBe('select 1;\n');
    await client.query("update graphile_migrate.current set content = E' \\n'");
    expect((await readLedger(client)).current).toBeNull();
  }));

test('reads what was stored of revisions: name, message, duration, author and the way back', () =>
  withDatabase(async (database) => {
    const history = historyOf([
      { slug: 'books', body: 'create table books ()', message: 'Create books', revert: 'drop table books' },
      { slug: 'gone', body: 'select 1', revert: { irreversible: 'the data is gone' } },
      { slug: 'plain', body: "select 'it''s \\'" },
    ]);
    await upgrade(database, history);
    const { applied, version, production, unfinished } = await readLedger(database.client);
    expect({ version, production, unfinished }).toEqual({ version: LEDGER_VERSION, production: false, unfinished: null });
    const [books, gone, plain] = history.revisions;
    expect(applied.map(({ hash }) => hash)).toEqual([books?.hash, gone?.hash, plain?.hash]);
    expect(applied.map(({ details }) => details)).toEqual([
      {
        name: '000001-books',
        message: 'Create books',
        durationMs: expect.any(Number),
        appliedBy: database.settings.user,
        revert: { kind: 'sql', hash: books?.revert?.kind === 'sql' && books.revert.hash, body: 'drop table books\n', transactional: true },
      },
      expect.objectContaining({ revert: { kind: 'irreversible', reason: 'the data is gone' } }),
      expect.objectContaining({ revert: null }),
    ]);
  }));

test('reads settings and an unfinished step', () =>
  withDatabase(async ({ client }) => {
    await ensureLedger(client);
    await client.query("insert into godwit.setting (name, value) values ('production', 'true')");
    await client.query(
      "insert into godwit.journal (hash, name, direction, statement, backend_start) values ('sha1:a', '000001-a', 'up', 'vacuum', now())",
    );
    const { production, unfinished } = await readLedger(client);
    expect(production).toBe(true);
    expect(unfinished).toMatchObject({ hash: 'sha1:a', previousHash: null, name: '000001-a', direction: 'up', statement: 'vacuum' });
  }));

onRealServer(test)('tells a step that runs from one whose run has died', () =>
  withDatabase(async ({ client, settings }) => {
    await ensureLedger(client);
    const runner = await connect(settings);
    const { rows } = await runner.query(
      `insert into godwit.journal (hash, name, direction, statement, backend_start)
       select 'sha1:a', '000001-a', 'up', 'vacuum', backend_start from pg_stat_activity where pid = pg_backend_pid()
       returning backend_pid`,
    );
    expect((await readLedger(client)).unfinished).toMatchObject({ running: true });
    await client.query("update godwit.journal set backend_start = backend_start - interval '1 day'");
    expect((await readLedger(client)).unfinished).toMatchObject({ running: false });
    await client.query("update godwit.journal set backend_start = backend_start + interval '1 day'");
    await runner.end();
    const gone = 'select not exists (select from pg_stat_activity where pid = $1) as gone';
    while (!(await client.query(gone, [rows[0]?.backend_pid])).rows[0]?.gone) await client.query('select pg_sleep(0.02)');
    expect((await readLedger(client)).unfinished).toMatchObject({ running: false });
  }),
);

test('refuses a ledger of a newer major version, also when its tables have changed', () =>
  withDatabase(async ({ client }) => {
    await ensureLedger(client);
    await client.query('update godwit.meta set major = 2, minor = 3');
    await expect(readLedger(client)).rejects.toThrow(LedgerTooNew);
    await client.query('alter table godwit.revision rename column name to label');
    await expect(readLedger(client)).rejects.toThrow('The ledger in this database is of version 2.3');
  }));

test('says when somebody has broken the chain by hand', () =>
  withDatabase(async ({ client }) => {
    await client.query(GRAPHILE);
    await client.query("insert into graphile_migrate.migrations (hash, previous_hash, filename) values ('sha1:c', 'sha1:a', '000003.sql')");
    await expect(readLedger(client)).rejects.toThrow(LedgerNotAChain);
  }));

onRealServer(test)('reads as a role that may only read, and names the grants to one that may not', () =>
  withDatabase(async (database) => {
    await upgrade(database, historyOf([{ slug: 'a', body: 'select 1' }]));
    await withRole(database, async (role) => {
      await expect(readAs(role)).rejects.toMatchObject({
        constructor: LedgerNotReadable,
        help: expect.stringContaining(`grant usage on schema graphile_migrate, godwit to "${role.name}"`),
      });
      await database.client.query(
        `grant pg_read_all_data to "${role.name}"; alter role "${role.name}" set default_transaction_read_only to on`,
      );
      expect((await readAs(role)).applied).toHaveLength(1);
    });
  }),
);

async function readAs(role: { readonly settings: TestDatabase['settings'] }): ReturnType<typeof readLedger> {
  const client = await connect(role.settings);
  return await readLedger(client).finally(() => client.end());
}
