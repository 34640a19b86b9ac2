import { readSql, toDatabaseUrl } from '@godwit/postgres';
import { withDatabase } from '@godwit/postgres/testing';
import { test as anyTest, describe, expect } from 'vitest';
import { undoStored } from '../attempt/undo-stored.ts';
import { LEDGER_VERSION } from '../ledger/ledger-schema.ts';
import { readLedger } from '../ledger/read-ledger.ts';
import { aHistory } from '../statements/testing/a-history.ts';
import { attempt, newAttempt } from '../testing/attempts.ts';
import { actor } from '../testing/migrate.ts';
import { type TestRole, withRole } from '../testing/with-role.ts';
import { PLAIN, planTo, renderPlan } from './testing/apply-plan.ts';
import { runPsql, withPsql } from './testing/run-psql.ts';

const test = withPsql(anyTest);

const LEDGER_1_0 = readSql(import.meta.url, '../testing/ledger-1.0.sql');

const history = aHistory([
  { body: 'create table a (id int)', revert: 'drop table a' },
  { body: 'create table b (id int)', revert: 'drop table b' },
]);

const as = (role: TestRole, script: string) => runPsql({ url: toDatabaseUrl(role.settings, { password: true }), script });

test('psql -1, which would commit after each step all the same, is refused before the first', async () => {
  await withDatabase(async ({ client, url }) => {
    const run = await runPsql({ url, script: await renderPlan(await planTo(client, history, 2)), args: ['-1'] });
    expect(run.code).toBe(3);
    expect(run.stderr).toContain('this script cannot run inside a transaction');
    expect(run.stderr).toContain('Run it without -1');
    expect((await client.query("select to_regnamespace('godwit') as ledger")).rows).toEqual([{ ledger: null }]);
  });
});

anyTest('a transaction that began at the very moment of its statements is one all the same', async () => {
  await withDatabase(async ({ client }) => {
    // To all statements of one message it is the moment at which that arrived.
    const message = `begin;\n${readSql(import.meta.url, './sql/require-session.sql')}`;
    await expect(client.query(message)).rejects.toMatchObject({ code: '25001' });
  });
});

describe('a role hears in words, before the first step,', () => {
  test('that it may not create the ledger', async () => {
    await withDatabase(async (database) => {
      const script = await renderPlan(await planTo(database.client, history, 1));
      await withRole(database, async (role) => {
        const run = await as(role, script);
        expect(run).toMatchObject({ code: 3, stdout: '' });
        expect(run.stderr).toContain(`the role ${role.name} may not create the schemas of the ledger`);
        expect(run.stderr).toContain(`grant create on database ${database.settings.database} to ${role.name}`);
      });
    });
  });

  test('that it may not write it, and what it lacks', async () => {
    await withDatabase(async (database) => {
      const { client, url } = database;
      const script = await renderPlan(await planTo(client, history, 1));
      await runPsql({ url, script });
      await runPsql({ url, script: await renderPlan(await planTo(client, history, 0)) });
      await withRole(database, async (role) => {
        const refused = await as(role, script);
        expect(refused).toMatchObject({ code: 3, stdout: '' });
        expect(refused.stderr).toContain(`the role ${role.name} may not use the ledger`);
        expect(refused.stderr).toContain(`grant usage on schema graphile_migrate, godwit to ${role.name}`);
        await client.query(
          `grant usage on schema graphile_migrate, godwit to "${role.name}"; grant select on all tables in schema godwit to "${role.name}"`,
        );
        const lacking = await as(role, script);
        expect(lacking).toMatchObject({ code: 3, stdout: '' });
        expect(lacking.stderr).toContain('may not write the ledger: it lacks insert on godwit.event; insert, update on godwit.revision; ');
        const grant = /grant select, insert.*;/.exec(lacking.stderr)?.[0] ?? '';
        await client.query(`${grant} grant create on schema public to "${role.name}"`);
        expect(await as(role, script)).toMatchObject({ code: 0, stderr: '' });
      });
    });
  });

  test('that there is no ledger, when the script was written for a database that has one', async () => {
    await withDatabase(async ({ client, url }) => {
      const script = await renderPlan(await planTo(client, history, 1), PLAIN, { includeLedgerSchema: false });
      const run = await runPsql({ url, script });
      expect(run).toMatchObject({ code: 3, stdout: '' });
      expect(run.stderr).toContain('has no ledger, and this script was written for one that has');
    });
  });

  test('nothing, when it may use no temporary tables and needs none', async () => {
    await withDatabase(async (database) => {
      await withRole(database, async (role) => {
        const { client, settings } = database;
        await client.query(
          `revoke temporary on database "${settings.database}" from public; grant create on database "${settings.database}" to "${role.name}"; grant create on schema public to "${role.name}"`,
        );
        expect(await as(role, await renderPlan(await planTo(client, history, 1)))).toMatchObject({ code: 0, stderr: '' });
      });
    });
  });
});

test('a database whose ledger is of version 1.0 is brought to this one, or left to a role that may not', async () => {
  await withDatabase(async (database) => {
    const { client, url } = database;
    await client.query(LEDGER_1_0);
    await withRole(database, async (role) => {
      await client.query(
        `grant usage on schema graphile_migrate, godwit to "${role.name}"; grant create on schema public to "${role.name}";
        grant select, insert, update, delete on all tables in schema graphile_migrate, godwit to "${role.name}"`,
      );
      const run = await as(role, await renderPlan(await planTo(client, history, 1)));
      expect(run).toMatchObject({ code: 0, stderr: '' });
      expect(await readLedger(client)).toMatchObject({ version: { minor: 0 }, applied: [{}] });
      expect(await runPsql({ url, script: await renderPlan(await planTo(client, history, 0)) })).toMatchObject({ code: 0, stderr: '' });
      expect(await readLedger(client)).toMatchObject({ version: LEDGER_VERSION, applied: [] });
    });
  });
});

test('what watch has applied is not built upon: the script says how to take it back, and runs then', async () => {
  await withDatabase(async (database) => {
    const { client, url, connect } = database;
    await runPsql({ url, script: await renderPlan(await planTo(client, history, 1)) });
    await attempt(database, { next: newAttempt('create table b (text text)', 'drop table b') });
    const script = await renderPlan(await planTo(client, history, 2));
    const run = await runPsql({ url, script });
    expect(run.code).toBe(3);
    expect(run.stderr).toContain('000002-step begins at 000001-step, and godwit watch has applied current.sql on top of it');
    expect(run.stderr).toContain('Take it back (godwit watch --undo)');
    expect(await readLedger(client)).toMatchObject({ applied: [{}], attempt: {} });
    await undoStored({ client, connect, settings: { ...PLAIN, actor } });
    expect(await runPsql({ url, script })).toMatchObject({ code: 0, stderr: '' });
    expect((await client.query('select * from b')).fields.map(({ name }) => name)).toEqual(['id']);
  });
});
