import { seeds } from '@godwit/migrations/seeds';
import { withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { insertRows, runOurs, upgrade } from './systems.ts';

const BEFORE_EXPAND = '000037-validate-series-completion-of-mam-series';

const EXPAND = '000038-add-status-beside-status_old-in-verse-users';

const USERS = seeds.verse['verse.users'].map(({ status, ...user }) => ({ ...user, status_old: status ?? null }));

const TOO_LONG = 'x'.repeat(60);

const STATUSES = 'select id, status_old, status from verse.users order by id';

test(
  'status holds what status_old held; a value that does not fit is a dead row, and the contract waits until it is mended',
  { timeout: 120_000 },
  () =>
    withDatabase(async (database) => {
      const { client } = database;
      await upgrade(database, BEFORE_EXPAND);
      await insertRows(client, 'verse.users', USERS);
      await client.query('update verse.users set status_old = $1 where id = 4', [TOO_LONG]);
      await upgrade(database, EXPAND);
      expect((await client.query('select count(status)::int as filled from verse.users')).rows).toEqual([{ filled: 0 }]);

      const failed = await runOurs(database, 'verse-user-status');
      expect(failed.run).toMatchObject({ state: 'paused', reason: expect.stringContaining('1 dead row, 0 allowed; key 4: ') });
      expect((await client.query('select key, sqlstate from godwit.dead_row')).rows).toEqual([{ key: ['4'], sqlstate: '22001' }]);
      await client.query("select godwit.backfill_set('verse-user-status', 'deadRows', '1'), godwit.backfill_resume('verse-user-status')");
      expect((await runOurs(database, 'verse-user-status')).run).toMatchObject({ state: 'done' });
      const wanted = USERS.map(({ id, status_old }) => ({ id, status_old, status: status_old }));
      expect((await client.query(STATUSES)).rows).toEqual(
        wanted.map((user) => (user.id === 4 ? { ...user, status_old: TOO_LONG, status: null } : user)),
      );

      await expect(upgrade(database)).rejects.toMatchObject({
        code: 'GW400',
        backfill: 'verse-user-status',
        details: ['It was done, and rows are wrong again.'],
      });
      expect((await client.query(STATUSES)).rows).toHaveLength(USERS.length);
      // The trigger keeps both the same.
      await client.query("update verse.users set status_old = 'active' where id = 4");
      await upgrade(database);
      expect((await client.query('select * from verse.users order by id')).rows.map(({ id, status }) => ({ id, status }))).toEqual(
        wanted.map(({ id, status_old }) => ({ id, status: id === 4 ? 'active' : status_old })),
      );
      await expect(client.query('select status_old from verse.users')).rejects.toThrow('column "status_old" does not exist');
    }),
);

test('what applications write in either column while it runs arrives in both', () =>
  withDatabase(async (database) => {
    const { client } = database;
    await upgrade(database, BEFORE_EXPAND);
    await insertRows(client, 'verse.users', USERS);
    await upgrade(database, EXPAND);
    await client.query(
      "update verse.users set status_old = 'old says' where id = 1; update verse.users set status = 'new says' where id = 2",
    );
    await client.query("insert into verse.users (id, anonymous_id, status) values (900, 'new', 'fresh')");
    expect((await runOurs(database, 'verse-user-status')).run).toMatchObject({ state: 'done' });
    const { rows } = await client.query(STATUSES);
    expect(rows.filter(({ status, status_old }) => status !== status_old)).toEqual([]);
    expect(rows.filter(({ id }) => id <= 2 || id === 900).map(({ status }) => status)).toEqual(['old says', 'new says', 'fresh']);
    await upgrade(database);
  }));
