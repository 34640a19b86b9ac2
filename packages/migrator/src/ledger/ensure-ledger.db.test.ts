import { connect, readSql } from '@godwit/postgres';
import { onRealServer, withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { withRole } from '../testing/with-role.ts';
import { ensureLedger } from './ensure-ledger.ts';
import { LedgerNotCreatable, LedgerNotReadable, LedgerTooNew } from './ledger-errors.ts';
import { LEDGER_VERSION, ledgerSchemaSql } from './ledger-schema.ts';
import { readLedger } from './read-ledger.ts';

/** As version 1.0 created it. */
const LEDGER_1_0 = readSql(import.meta.url, '../testing/ledger-1.0.sql');

/** As version 1.1 created it. */
const LEDGER_1_1 = readSql(import.meta.url, '../testing/ledger-1.1.sql');

test('creates exactly the tables that graphile-migrate creates, and changes nothing the second time', () =>
  withDatabase(async ({ client }) => {
    await ensureLedger(client);
    const columns =
      "select column_name, data_type, is_nullable, column_default from information_schema.columns where table_schema = 'graphile_migrate'";
    const ours = (await client.query(`${columns} order by table_name, ordinal_position`)).rows;
    const keys = await client.query(
      "select conname, pg_get_constraintdef(oid) as def from pg_constraint where connamespace = 'graphile_migrate'::regnamespace order by 1",
    );
    expect(keys.rows).toContainEqual({
      conname: 'migrations_previous_hash_fkey',
      def: 'FOREIGN KEY (previous_hash) REFERENCES graphile_migrate.migrations(hash)',
    });
    expect(ours.map(({ column_name }) => column_name)).toEqual([
      'filename',
      'content',
      'date',
      'hash',
      'previous_hash',
      'filename',
      'date',
    ]);
    await ensureLedger(client);
    await client.query(`begin read only; ${ledgerSchemaSql()}; commit`);
  }));

test('describes every table and column of its own', () =>
  withDatabase(async ({ client }) => {
    await ensureLedger(client);
    const { rows } = await client.query(`
      select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'godwit'::regnamespace and c.relkind in ('r', 'v')
        and (col_description(c.oid, a.attnum) is null or obj_description(c.oid, 'pg_class') is null)`);
    expect(rows).toEqual([]);
  }));

onRealServer(test)('may be run by eight at once, beside graphile-migrate creating its own part', () =>
  withDatabase(async ({ client, connect: open }) => {
    const others = await Promise.all(Array.from({ length: 8 }, () => open()));
    const rival = await open();
    const shared =
      'create schema if not exists graphile_migrate; create table if not exists graphile_migrate.migrations (hash text primary key, previous_hash text references graphile_migrate.migrations, filename text not null, date timestamptz not null default now())';
    const [first, ...rest] = await Promise.allSettled([rival.query(shared), ...others.map((other) => ensureLedger(other))]);
    expect(rest.map(({ status }) => status)).toEqual(Array(8).fill('fulfilled'));
    // graphile-migrate takes no lock and may lose the race; we may not.
    expect(['fulfilled', 'rejected']).toContain(first?.status);
    expect((await client.query('select count(*)::int4 as n from godwit.meta')).rows).toEqual([{ n: 1 }]);
  }),
);

onRealServer(test)('names the grant that a role without CREATE on the database needs', () =>
  withDatabase((database) =>
    withRole(database, async ({ settings, name }) => {
      const client = await connect(settings);
      try {
        const failure = await ensureLedger(client).catch((error: unknown) => error);
        expect(failure).toBeInstanceOf(LedgerNotCreatable);
        expect(failure).toMatchObject({
          code: 'GW202',
          help: expect.stringContaining(`grant create on database "${settings.database}" to "${name}"`),
        });
        expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
      } finally {
        await client.end();
      }
    }),
  ),
);

onRealServer(test)('lets a role without CREATE work on a ledger that is there', () =>
  withDatabase(async (database) => {
    await ensureLedger(database.client);
    await withRole(database, async ({ settings, name }) => {
      const client = await connect(settings);
      await expect(ensureLedger(client)).rejects.toThrow(LedgerNotReadable);
      await database.client.query(`grant usage on schema graphile_migrate, godwit to "${name}"; grant select on godwit.meta to "${name}"`);
      await ensureLedger(client).finally(() => client.end());
    });
  }),
);

test('works on a newer minor version and refuses a newer major one, also from psql', () =>
  withDatabase(async ({ client }) => {
    await ensureLedger(client);
    await client.query('update godwit.meta set minor = 9');
    await ensureLedger(client);
    await client.query('update godwit.meta set major = 2');
    await expect(ensureLedger(client)).rejects.toThrow(LedgerTooNew);
    await expect(client.query(ledgerSchemaSql())).rejects.toMatchObject({ hint: 'Upgrade godwit.' });
  }));

test('takes a ledger of version 1.0 to this one, keeping what it holds', () =>
  withDatabase(async ({ client }) => {
    await client.query(LEDGER_1_0);
    await client.query("insert into godwit.setting (name, value) values ('production', 'true')");
    expect(await readLedger(client)).toMatchObject({ version: { major: 1, minor: 0 }, production: true, attempt: null });
    await ensureLedger(client);
    expect(await readLedger(client)).toMatchObject({ version: LEDGER_VERSION, production: true, attempt: null });
    expect((await client.query('select production, attempt from godwit.current')).rows).toEqual([{ production: true, attempt: null }]);
    await client.query(`begin read only; ${ledgerSchemaSql()}; commit`);
  }));

test('takes a ledger of version 1.1 to this one', () =>
  withDatabase(async ({ client }) => {
    await client.query(LEDGER_1_1);
    expect(await readLedger(client)).toMatchObject({ version: { major: 1, minor: 1 } });
    await ensureLedger(client);
    expect(await readLedger(client)).toMatchObject({ version: LEDGER_VERSION });
    expect((await client.query('select count(*)::int4 as runs from godwit.backfill_run')).rows).toEqual([{ runs: 0 }]);
    await client.query(`begin read only; ${ledgerSchemaSql()}; commit`);
  }));

onRealServer(test)('what later versions add may be read by whoever could read the ledger', () =>
  withDatabase(async (database) => {
    await database.client.query(LEDGER_1_0);
    await withRole(database, async ({ settings, name }) => {
      await database.client.query(`grant usage on schema graphile_migrate, godwit to "${name}"`);
      await database.client.query(`grant select on all tables in schema graphile_migrate, godwit to "${name}"`);
      const client = await connect(settings);
      try {
        await ensureLedger(client);
        expect(await readLedger(client), 'which may not create, and does without').toMatchObject({ version: { minor: 0 } });
        await ensureLedger(database.client);
        expect(await readLedger(client)).toMatchObject({ version: LEDGER_VERSION });
      } finally {
        await client.end();
      }
    });
  }),
);
