import { connect } from '@godwit/postgres';
import { onRealServer, type TestDatabase, withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { LedgerNotCreatable, LedgerNotWritable } from '../ledger/ledger-errors.ts';
import { historyOf } from '../testing/history-of.ts';
import { upgrade } from '../testing/migrate.ts';
import { type TestRole, withRole } from '../testing/with-role.ts';

const one = historyOf([{ slug: 'one', body: 'create schema one', revert: 'drop schema one' }]);
const two = historyOf([{ slug: 'two', body: 'create schema two' }], one.revisions);

async function upgradeAs(database: TestDatabase, role: TestRole, history: typeof one) {
  const client = await connect(role.settings);
  const open = () => connect(role.settings);
  return await upgrade(database, history, 'head', { client, connect: open }).finally(() => client.end());
}

onRealServer(describe)('a role', () => {
  test('that may create nothing hears which grant it needs', () =>
    withDatabase((database) =>
      withRole(database, async (role) => {
        await expect(upgradeAs(database, role, one)).rejects.toThrow(LedgerNotCreatable);
      }),
    ));

  test('that may only read hears which grants it needs, and can still be told that there is nothing to do', () =>
    withDatabase(async (database) => {
      await upgrade(database, one);
      await withRole(database, async (role) => {
        await database.client.query(`grant pg_read_all_data to "${role.name}"`);
        await expect(upgradeAs(database, role, two)).rejects.toMatchObject({
          constructor: LedgerNotWritable,
          code: 'GW203',
          help: expect.stringContaining(
            `grant select, insert, update, delete on all tables in schema graphile_migrate, godwit to "${role.name}"`,
          ),
        });
        expect((await upgradeAs(database, role, one)).applied).toEqual([]);
        const renamed = historyOf([{ slug: 'renamed', body: 'create schema one', revert: 'drop schema one' }]);
        expect((await upgradeAs(database, role, renamed)).applied).toEqual([]);
      });
      expect((await database.client.query("select from pg_namespace where nspname = 'two'")).rows).toEqual([]);
    }));

  test('with these grants migrates', () =>
    withDatabase(async (database) => {
      await upgrade(database, one);
      await withRole(database, async (role) => {
        await database.client.query(
          `grant usage on schema graphile_migrate, godwit to "${role.name}";
           grant select, insert, update, delete on all tables in schema graphile_migrate, godwit to "${role.name}";
           grant create on database "${database.settings.database}" to "${role.name}"`,
        );
        expect((await upgradeAs(database, role, two)).applied).toHaveLength(1);
        const { rows } = await database.client.query("select role_name from godwit.event where revision_name = '000002-two'");
        expect(rows).toEqual([{ role_name: role.name }]);
      });
    }));

  test('whose transactions are read-only unless they say otherwise migrates: each step says otherwise', () =>
    withDatabase(async (database) => {
      await database.client.query(`alter database "${database.settings.database}" set default_transaction_read_only to on`);
      expect((await upgrade(database, two)).applied).toHaveLength(2);
    }));
});
