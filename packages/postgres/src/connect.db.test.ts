import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { connect } from './connect.ts';
import { connectionLoss } from './connection-loss.ts';
import { quoteIdentifier } from './quote.ts';
import { serverVersion } from './server-version.ts';
import { onRealServer } from './testing/on-real-server.ts';
import { testServer } from './testing/test-server.ts';
import { withDatabase } from './testing/with-database.ts';
import { withClient } from './with-client.ts';

const unique = (): string => `godwit_test_${randomBytes(6).toString('hex')}`;

describe('values', () => {
  test('int8 is a bigint, in arrays too; numeric is a string; timestamptz is a Date', async () => {
    await withDatabase(async ({ client }) => {
      const { rows } = await client.query(`
        select 9223372036854775807 as big, -1::int8 as small, null::int8 as none, '{{1,NULL},{3,4}}'::int8[] as bigs,
          1.10::numeric as exact, '2025-01-02 03:04:05.678+00'::timestamptz as at, 7::int4 as int, '{"a":1}'::jsonb as json`);
      expect(rows).toEqual([
        {
          big: 9223372036854775807n,
          small: -1n,
          none: null,
          bigs: [
            [1n, null],
            [3n, 4n],
          ],
          exact: '1.10',
          at: new Date('2025-01-02T03:04:05.678Z'),
          int: 7,
          json: { a: 1 },
        },
      ]);
      const param = await client.query('select $1::int8 as big', [9223372036854775807n]);
      expect(param.rows).toEqual([{ big: 9223372036854775807n }]);
    });
  });

  test('text is UTF-8 both ways', async () => {
    await withDatabase(async ({ client }) => {
      expect((await client.query('select $1::text as text, length($1) as length', ['año 𝄞'])).rows).toEqual([{ text: 'año 𝄞', length: 5 }]);
    });
  });
});

describe('the session', () => {
  test('has the name and the options of the settings', async () => {
    await withDatabase(async ({ settings }) => {
      const named = { ...settings, applicationName: 'deploy', options: '-c search_path=app' };
      await withClient(named, async (client) => {
        const { rows } = await client.query("select current_setting('application_name') as name, current_setting('search_path') as path");
        expect(rows).toEqual([{ name: 'deploy', path: 'app' }]);
      });
      await withClient(
        settings,
        async (client) =>
          expect((await client.query("select current_setting('application_name') as name")).rows).toEqual([{ name: 'other' }]),
        { applicationName: 'other' },
      );
    });
  });

  test('knows the version of the server', async () => {
    await withDatabase(async ({ client }) => {
      const { rows } = await client.query("select current_setting('server_version_num')::int as number");
      expect(serverVersion(client)).toBe(rows[0]?.number);
    });
  });

  onRealServer(test)('survives its end while nobody uses it, and the reason is kept', async () => {
    await withDatabase(async ({ client, connect: again }) => {
      const victim = await again();
      const { rows } = await victim.query('select pg_backend_pid() as pid');
      const ended = new Promise((resolve) => victim.once('end', () => resolve(undefined)));
      await client.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
      await ended;
      await expect(victim.query('select 1')).rejects.toThrow();
      expect(connectionLoss(victim)).toMatchObject({ code: '57P01' });
      expect(connectionLoss(client)).toBeNull();
    });
  });

  test('is closed when what runs in it fails', async () => {
    await withDatabase(async ({ settings, client }) => {
      const name = unique().slice(0, 60);
      const failing = withClient(
        settings,
        () => {
          throw new Error('on purpose');
        },
        { applicationName: name },
      );
      await expect(failing).rejects.toThrow('on purpose');
      const open = async () => (await client.query('select 1 from pg_stat_activity where application_name = $1', [name])).rows.length;
      await expect.poll(open).toBe(0);
    });
  });
});

describe('refusals', () => {
  test('an unknown database', async () => {
    const settings = { ...testServer().settings, database: unique() };
    await expect(connect(settings)).rejects.toMatchObject({
      code: 'GW123',
      help: expect.stringContaining(`create database "${settings.database}"`),
    });
  });

  onRealServer(test)('an unknown role, a role that may not log in, a role without CONNECT, a role with no connection left', async () => {
    await withDatabase(async ({ settings, client }) => {
      const role = unique();
      const as = { ...settings, user: role };
      await expect(connect(as)).rejects.toMatchObject({ code: 'GW122', help: expect.stringContaining(`create role "${role}" login`) });
      await client.query(`create role ${quoteIdentifier(role)} nologin`);
      try {
        await expect(connect(as)).rejects.toMatchObject({ code: 'GW126' });
        await client.query(`alter role ${quoteIdentifier(role)} login`);
        await client.query(`revoke connect on database ${quoteIdentifier(settings.database)} from public`);
        await expect(connect(as)).rejects.toMatchObject({ code: 'GW127', help: expect.stringContaining('grant connect on database') });
        await client.query(`grant connect on database ${quoteIdentifier(settings.database)} to public`);
        await client.query(`alter role ${quoteIdentifier(role)} connection limit 0`);
        await expect(connect(as)).rejects.toMatchObject({ code: 'GW135', transient: true });
      } finally {
        await client.query(`drop role ${quoteIdentifier(role)}`);
      }
    });
  });

  onRealServer(test)('a database that is closed', async () => {
    await withDatabase(async ({ settings }) => {
      await withClient(testServer().settings, (admin) =>
        admin.query(`alter database ${quoteIdentifier(settings.database)} allow_connections false`),
      );
      await expect(connect(settings)).rejects.toMatchObject({ code: 'GW138' });
    });
  });

  onRealServer(test)('a database in another encoding, unless any will do', async () => {
    const createOptions = "encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0";
    await withDatabase({ createOptions }, async ({ settings, client }) => {
      await expect(connect(settings)).rejects.toMatchObject({
        code: 'GW107',
        encoding: 'LATIN1',
        help: expect.stringContaining(`create database ${quoteIdentifier(`${settings.database}_utf8`)} encoding 'UTF8' template template0`),
      });
      expect((await client.query("select 'é' as text, octet_length('é') as stored")).rows).toEqual([{ text: 'é', stored: 1 }]);
    });
  });

  onRealServer(test)("a role's own client encoding changes nothing", async () => {
    await withDatabase(async ({ settings, client }) => {
      const role = unique();
      await client.query(`create role ${quoteIdentifier(role)} login superuser`);
      try {
        await client.query(`alter role ${quoteIdentifier(role)} set client_encoding to 'LATIN1'`);
        await withClient({ ...settings, user: role }, async (other) => {
          expect((await other.query("select chr(233) as text, length('é') as length")).rows).toEqual([{ text: 'é', length: 1 }]);
        });
      } finally {
        await client.query(`drop role ${quoteIdentifier(role)}`);
      }
    });
  });
});
