import { type Catalog, extractCatalog } from '@godwit/catalog';
import type { Revision } from '@godwit/history';
import type { Client } from '@godwit/postgres';
import { onRealServer, withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { ensureLedger } from '../ledger/ensure-ledger.ts';
import { readEvents } from '../ledger/read-events.ts';
import { readLedger } from '../ledger/read-ledger.ts';
import type { PlanTarget } from '../plan/plan.ts';
import { aHistory } from '../statements/testing/a-history.ts';
import { type StampOptions, stamp } from './stamp.ts';

const HISTORY = aHistory([
  { body: 'create table a (id int)', revert: 'drop table a', slug: 'a', message: 'first' },
  { body: 'create table b (id int)', revert: { reason: 'never' }, slug: 'b' },
  { body: 'create table c (id int)', slug: 'c' },
]);

const actor = { osUser: 'ann', host: 'laptop', godwitVersion: '1.2.3' };

const at = (number: number): PlanTarget => {
  const revision = HISTORY.revisions[number - 1];
  return revision === undefined ? { kind: 'base' } : { kind: 'revision', revision };
};

async function stampTo(client: Client, target: PlanTarget, options: Partial<StampOptions> = {}) {
  const liveCatalog = await extractCatalog(client);
  return await stamp({
    client,
    history: HISTORY,
    ledger: await readLedger(client),
    target,
    liveCatalog,
    expectedCatalog: liveCatalog,
    force: false,
    actor,
    ...options,
  });
}

/** What revisions that ran on an empty database leave. */
async function catalogAt(revisions: readonly Revision[]): Promise<Catalog> {
  return await withDatabase(async ({ client }) => {
    for (const { body } of revisions) await client.query(body);
    return await extractCatalog(client);
  });
}

const ledgerOf = async (client: Client) =>
  (await readLedger(client)).applied.map(({ ledgerName, details }) => [ledgerName, details?.name, details?.revert?.kind]);

test('the ledger stands at the target, with names, reverts and one event', async () => {
  await withDatabase(async ({ client }) => {
    const expectedCatalog = await catalogAt(HISTORY.revisions.slice(0, 2));
    for (const { body } of HISTORY.revisions.slice(0, 2)) await client.query(body);
    const stamped = await stampTo(client, at(2), { expectedCatalog });
    expect(stamped).toMatchObject({ from: null, to: { name: '000002-b' }, added: ['000001-a', '000002-b'], removed: [], differences: [] });
    expect(await ledgerOf(client)).toEqual([
      ['000001.sql', '000001-a', 'sql'],
      ['000002.sql', '000002-b', 'irreversible'],
    ]);
    expect(await readEvents(client, 10)).toMatchObject([{ action: 'stamp', outcome: 'ok' }]);
  });
});

test('repeating it changes nothing, whatever the database looks like by now', async () => {
  await withDatabase(async ({ client }) => {
    await stampTo(client, at(2));
    const before = await client.query('select hash, date, xmin::text from graphile_migrate.migrations order by filename');
    expect(await stampTo(client, at(2), { expectedCatalog: null })).toMatchObject({ added: [], removed: [] });
    const after = await client.query('select hash, date, xmin::text from graphile_migrate.migrations order by filename');
    expect(after.rows).toEqual(before.rows);
    expect(await readEvents(client, 10)).toHaveLength(1);
  });
});

test('downward and to base, rows that stay keep their dates', async () => {
  await withDatabase(async ({ client }) => {
    await stampTo(client, at(3));
    const [first] = (await readLedger(client)).applied;
    expect(await stampTo(client, at(1))).toMatchObject({
      from: { name: '000003-c' },
      to: { name: '000001-a' },
      removed: ['000003-c', '000002-b'],
    });
    expect((await readLedger(client)).applied).toEqual([first]);
    expect(await stampTo(client, { kind: 'base' })).toMatchObject({ to: null, removed: ['000001-a'] });
    expect(await ledgerOf(client)).toEqual([]);
    expect((await client.query('select count(*)::int as n from godwit.revision')).rows).toEqual([{ n: 0 }]);
  });
});

test('a line that the disk does not have is left for the target', async () => {
  await withDatabase(async ({ client }) => {
    await stampTo(client, at(3));
    const other = aHistory([
      { body: 'create table a (id int)', slug: 'a' },
      { body: 'create table x (id int)', slug: 'x' },
    ]);
    const [, x] = other.revisions;
    if (x === undefined) throw new Error('no revision');
    expect(await stampTo(client, { kind: 'revision', revision: x }, { history: other })).toMatchObject({
      removed: ['000003-c', '000002-b'],
      added: ['000002-x'],
    });
    expect(await ledgerOf(client)).toMatchObject([
      ['000001.sql', '000001-a', 'sql'],
      ['000002.sql', '000002-x', undefined],
    ]);
    expect(await stampTo(client, { kind: 'ledger', hash: HISTORY.revisions[0]?.hash ?? '' })).toMatchObject({
      removed: ['000002-x'],
      to: { name: '000001-a' },
    });
  });
});

test('a database that looks otherwise is told apart, and marked only by force', async () => {
  await withDatabase(async ({ client }) => {
    const expectedCatalog = await catalogAt(HISTORY.revisions);
    await client.query('create table a (id bigint); create table b (id int)');
    await expect(stampTo(client, at(3), { expectedCatalog })).rejects.toMatchObject({
      code: 'GW250',
      message: 'This database does not look like 000003-c: 2 differences',
      details: [
        'seen from 000003-c to this database:',
        'column public.a.id: type integer → bigint',
        'table public.c is missing (with 1 column)',
      ],
      help: expect.stringContaining('--force'),
    });
    expect(await readLedger(client)).toMatchObject({ installed: false });
    const forced = await stampTo(client, at(3), { expectedCatalog, force: true });
    expect(forced.differences).toHaveLength(2);
    expect(await ledgerOf(client)).toHaveLength(3);
    expect(await readEvents(client, 1)).toMatchObject([{ action: 'stamp', detail: { differences: 2, compared: true, from: 'base' } }]);
  });
});

test('many differences are cut short', async () => {
  await withDatabase(async ({ client }) => {
    await client.query(Array.from({ length: 14 }, (_, n) => `create table t${n} ()`).join(';'));
    const expectedCatalog = await catalogAt([]);
    await expect(stampTo(client, at(1), { expectedCatalog })).rejects.toMatchObject({ details: { length: 12, 11: 'and 4 more' } });
  });
});

test('without an expectation it says why, and wants force', async () => {
  await withDatabase(async ({ client }) => {
    const options = { expectedCatalog: null, whyNotExpected: 'no shadow database: set SHADOW_DATABASE_URL' };
    await expect(stampTo(client, at(1), options)).rejects.toMatchObject({
      code: 'GW251',
      details: ['no shadow database: set SHADOW_DATABASE_URL'],
    });
    expect(await stampTo(client, at(1), { ...options, force: true })).toMatchObject({ added: ['000001-a'], differences: [] });
  });
});

test("on graphile-migrate's ledger alone Godwit's part is added", async () => {
  await withDatabase(async ({ client }) => {
    await stampTo(client, at(1));
    await client.query('drop schema godwit cascade');
    await stampTo(client, at(2));
    expect(await ledgerOf(client)).toEqual([
      ['000001.sql', undefined, undefined],
      ['000002.sql', '000002-b', 'irreversible'],
    ]);
  });
});

test('a ledger that moved meanwhile is left where it is', async () => {
  await withDatabase(async ({ client }) => {
    const ledger = await readLedger(client);
    await stampTo(client, at(1));
    await expect(stampTo(client, at(3), { ledger })).rejects.toMatchObject({
      code: 'GW252',
      message: 'Somebody moved this database away from base meanwhile',
    });
    expect(await ledgerOf(client)).toHaveLength(1);
  });
});

test('a step that is unfinished has to be settled first', async () => {
  await withDatabase(async ({ client }) => {
    await ensureLedger(client);
    await client.query(
      "insert into godwit.journal (hash, name, direction, statement, backend_start) values ('sha1:x', '000001-a', 'up', 'vacuum', now())",
    );
    const ledger = { ...(await readLedger(client)), unfinished: null };
    await expect(stampTo(client, at(1), { ledger })).rejects.toMatchObject({
      code: 'GW253',
      help: expect.stringContaining('godwit repair'),
    });
    expect((await client.query('select count(*)::int as n from graphile_migrate.migrations')).rows).toEqual([{ n: 0 }]);
  });
});

onRealServer(test)('a run that holds the ledger is not waited for longer than allowed', async () => {
  await withDatabase(async ({ client, connect }) => {
    await ensureLedger(client);
    const other = await connect();
    await other.query('begin; lock table graphile_migrate.migrations in share row exclusive mode');
    await expect(stampTo(client, at(1), { lockTimeoutMs: 50 })).rejects.toMatchObject({ code: 'GW254' });
    await other.query('rollback');
    expect(await stampTo(client, at(1))).toMatchObject({ added: ['000001-a'] });
  });
});

test('a role that may not write is told so', async () => {
  await withDatabase(async ({ client }) => {
    await ensureLedger(client);
    await client.query(
      'grant usage on schema graphile_migrate, godwit to pg_monitor; grant select on all tables in schema graphile_migrate, godwit to pg_monitor',
    );
    await client.query('set role pg_monitor');
    await expect(stampTo(client, at(1))).rejects.toMatchObject({ code: 'GW203' });
  });
});
