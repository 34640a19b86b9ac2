import { extractCatalog } from '@godwit/catalog';
import { quoteIdentifier } from '@godwit/postgres';
import { onRealServer, type TestDatabase, withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { protect, unprotect } from '../ledger/protect.ts';
import { readEvents } from '../ledger/read-events.ts';
import { readLedger } from '../ledger/read-ledger.ts';
import { assessLoss } from '../loss/assess-loss.ts';
import { plan } from '../plan/plan.ts';
import { stamp } from '../stamp/stamp.ts';
import { historyOf } from '../testing/history-of.ts';
import { actor, downgrade, upgrade } from '../testing/migrate.ts';

/** Functions, operators and a type under PostgreSQL's own names, of which none may be called: each raises its name. */
const TRAPS = `
  create schema evil;
  do $$
  declare
    name text;
    trap record;
  begin
    for name in select unnest(array[
      'now()', 'clock_timestamp()', 'version()', 'pg_backend_pid()', 'current_database()', 'current_setting(text)',
      'current_setting(text, boolean)', 'set_config(text, text, boolean)', 'to_regclass(text)', 'to_regnamespace(text)',
      'pg_try_advisory_lock(bigint)', 'pg_advisory_xact_lock(bigint)', 'host(inet)', 'inet_client_addr()', 'unnest(text[])',
      'format(text, variadic text[])', 'count(text)'
    ]) loop
      execute format('create function evil.%s returns text language plpgsql as %L', name, format('begin raise %L; end', 'evil.' || name));
    end loop;
    for trap in select * from (values ('=', 'text', 'text'), ('=', 'name', 'text'), ('=', 'oid', 'oid'), ('=', 'integer', 'integer'),
      ('=', 'jsonb', 'jsonb'), ('~~', 'text', 'text'), ('||', 'text', 'text'), ('<>', 'text', 'text')) as traps(operator, l, r)
    loop
      execute format('create function evil.%I(%s, %s) returns boolean language plpgsql as %L', 'op' || trap.operator, trap.l, trap.r,
        format('begin raise %L; end', 'evil.' || trap.operator));
      execute format('create operator evil.%s (leftarg = %s, rightarg = %s, function = evil.%I)', trap.operator, trap.l, trap.r,
        'op' || trap.operator);
    end loop;
  end $$;`;

const history = historyOf([
  { slug: 'a', body: 'create table a (id int); insert into a values (1)', revert: 'drop table a' },
  {
    slug: 'b',
    body: '--! no-transaction\ncreate index concurrently a_id on a (id)',
    revert: '--! no-transaction\ndrop index concurrently a_id',
  },
]);

async function set(database: TestDatabase): Promise<void> {
  await database.client.query(TRAPS);
  await database.client.query(`alter database ${quoteIdentifier(database.settings.database)} set search_path to evil, pg_catalog`);
}

onRealServer(test)('a schema that the role puts before pg_catalog changes nothing of what a command does', () =>
  withDatabase(async (database) => {
    await set(database);
    const client = await database.connect();
    expect((await readLedger(client)).applied).toEqual([]);
    expect((await upgrade(database, history)).applied).toHaveLength(2);
    const failing = historyOf([{ slug: 'c', body: 'select 1 / 0' }], history.revisions);
    await expect(upgrade(database, failing)).rejects.toMatchObject({ code: 'GW220', sqlState: '22012' });
    const fresh = await database.connect();
    expect((await readEvents(fresh, 10)).map(({ outcome }) => outcome)).toEqual(['failed', 'ok', 'ok']);
    const ledger = await readLedger(fresh);
    const down = plan({ history, ledger, direction: 'down', target: { kind: 'base' } });
    expect((await assessLoss({ client: fresh, plan: down, placeholders: {} })).losses).toMatchObject([{ object: 'public.a', count: 1 }]);
    await protect(fresh);
    expect((await readLedger(fresh)).production).toBe(true);
    await unprotect(fresh);
    const catalog = await extractCatalog(fresh);
    expect((await downgrade(database, history)).applied).toHaveLength(2);
    const target = { kind: 'revision', revision: history.heads[0] ?? expect.unreachable() } as const;
    await stamp({
      client: fresh,
      history,
      ledger: await readLedger(fresh),
      target,
      liveCatalog: await extractCatalog(fresh),
      expectedCatalog: catalog,
      force: true,
      actor,
    });
    expect((await readLedger(fresh)).applied).toHaveLength(2);
  }),
);
