import { fork } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { type TestDatabase, testServer, withDatabase } from '../testing/index.ts';
import { withClient } from '../with-client.ts';
import type { CopyPlace } from './copy-place.ts';
import { dropDatabase, listDatabases } from './databases.ts';
import type { CopyRecipe } from './open-copy.ts';
import { withCopy } from './with-copy.ts';

/** A place for the length of a test, whose databases are dropped afterwards. */
async function onServer(run: (server: CopyPlace, database: TestDatabase) => Promise<void>): Promise<void> {
  await withDatabase(async (database) => {
    const server = { admin: database.settings, prefix: database.settings.database.replace('godwit_test', 'copies') };
    try {
      await run(server, database);
    } finally {
      await withClient(testServer().settings, async (admin) => {
        for (const name of await listDatabases(admin, server.prefix)) await dropDatabase(admin, name);
      });
    }
  });
}

/** Counts how often it is built. */
function counting(key: string): CopyRecipe & { readonly built: () => number } {
  let built = 0;
  return {
    key,
    built: () => built,
    build: async (settings) => {
      built++;
      await withClient(settings, (client) => client.query(`create table made (by_key text); insert into made values ('${key}')`));
    },
  };
}

const content = (settings: CopyPlace['admin']) => withClient(settings, async (client) => (await client.query('table made')).rows);

test('the second one is a copy of the first, whatever was done to that', () =>
  onServer(async (server, { client }) => {
    const recipe = counting('one');
    await withCopy(server, recipe, async ({ settings, reused }) => {
      expect(reused).toBe(false);
      await withClient(settings, (shadow) => shadow.query('drop table made'));
    });
    await withCopy(server, recipe, async ({ settings, reused }) => {
      expect(reused).toBe(true);
      expect(await content(settings)).toEqual([{ by_key: 'one' }]);
    });
    expect(recipe.built()).toBe(1);
    expect(await listDatabases(client, server.prefix)).toHaveLength(1);
  }));

test('another key is another database, and of many only the newest are kept', () =>
  onServer(async (server, { client }) => {
    for (const key of ['one', 'two', 'three', 'four', 'five']) {
      await withCopy(server, counting(key), async ({ settings }) => expect(await content(settings)).toEqual([{ by_key: key }]));
    }
    expect(await listDatabases(client, server.prefix)).toHaveLength(3);
    const [five, one] = [counting('five'), counting('one')];
    for (const recipe of [five, one]) await withCopy(server, recipe, async () => undefined);
    expect([five.built(), one.built()]).toEqual([0, 1]);
  }));

test('a recipe that fails leaves nothing, and neither does work that fails', () =>
  onServer(async (server, { client }) => {
    const fail = () => Promise.reject(new Error('no'));
    await expect(withCopy(server, { key: 'bad', build: fail }, async () => undefined)).rejects.toThrow('no');
    expect(await listDatabases(client, server.prefix)).toEqual([]);
    await expect(withCopy(server, counting('good'), fail)).rejects.toThrow('no');
    await expect(withCopy(server, null, fail)).rejects.toThrow('no');
    expect(await listDatabases(client, server.prefix)).toHaveLength(1);
  }));

describe('one that is lent', () => {
  test('is the kept one itself, and is kept again', () =>
    onServer(async (server, { client }) => {
      const recipe = counting('lent');
      const look = () => withCopy(server, recipe, async ({ settings, reused }) => [reused, await content(settings)], { lent: true });
      const oid = async () => (await client.query('select oid from pg_database where datname like $1', [`${server.prefix}_t_%`])).rows;
      expect(await look()).toEqual([false, [{ by_key: 'lent' }]]);
      const kept = await oid();
      expect(await look()).toEqual([true, [{ by_key: 'lent' }]]);
      expect(await oid()).toEqual(kept);
      expect(kept).toHaveLength(1);
      expect(recipe.built()).toBe(1);
    }));

  test('goes when the work fails: nobody knows what it has left', () =>
    onServer(async (server, { client }) => {
      const fail = () => Promise.reject(new Error('no'));
      await expect(withCopy(server, counting('lent'), fail, { lent: true })).rejects.toThrow('no');
      expect(await listDatabases(client, server.prefix)).toEqual([]);
    }));

  test('is built once more for who wants it meanwhile, and one of the two is kept', () =>
    onServer(async (server, { client }) => {
      const recipe = counting('lent');
      await withCopy(
        server,
        recipe,
        async (first) => {
          await withCopy(server, recipe, async (second) => expect(second.settings.database).not.toBe(first.settings.database), {
            lent: true,
          });
          await withCopy(server, recipe, async ({ settings }) => expect(await content(settings)).toEqual([{ by_key: 'lent' }]));
        },
        { lent: true },
      );
      expect(recipe.built()).toBe(2);
      expect(await listDatabases(client, server.prefix)).toHaveLength(1);
    }));
});

test('eight at once get a database each, and one is kept', () =>
  onServer(async (server, { client }) => {
    const recipe = counting('same');
    const names = await Promise.all(
      Array.from({ length: 8 }, () =>
        withCopy(server, recipe, async ({ settings }) => {
          await withClient(settings, (shadow) => shadow.query('delete from made'));
          return settings.database;
        }),
      ),
    );
    expect(new Set(names).size).toBe(8);
    expect(recipe.built()).toBe(1);
    expect(await listDatabases(client, server.prefix)).toHaveLength(1);
    await withCopy(server, recipe, async ({ settings }) => expect(await content(settings)).toEqual([{ by_key: 'same' }]));
  }));

describe('of a command that was killed', () => {
  test.each(['while it builds', 'while it works'])('%s the next one clears up, and leaves alone what is in use', (when) =>
    onServer(async (server, { client }) => {
      await withCopy(server, null, async (used) => {
        const child = fork(new URL('../../test/copy-process.ts', import.meta.url), [JSON.stringify(server), when]);
        await once(child, 'message');
        expect((await listDatabases(client, server.prefix)).length).toBeGreaterThan(1);
        child.kill('SIGKILL');
        await once(child, 'exit');
        await untilAlone(client, server);
        await withCopy(server, null, async ({ settings }) => {
          const left = await listDatabases(client, `${server.prefix}_w_`);
          expect(left.toSorted()).toEqual([used.settings.database, settings.database].toSorted());
        });
      });
    }),
  );
});

/** Until the server has noticed that the killed command's sessions are over. */
async function untilAlone(client: TestDatabase['client'], { admin }: CopyPlace): Promise<void> {
  if (testServer().embedded) return;
  const others = `select count(*)::int as others from pg_stat_activity where datname = $1 and application_name = 'killed'`;
  while ((await client.query(others, [admin.database])).rows[0]?.others > 0) await client.query('select pg_sleep(0.01)');
}
