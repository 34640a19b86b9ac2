import { quoteIdentifier, toDatabaseUrl, withClient } from '@godwit/postgres';
import { onRealServer, type TestDatabase, testServer, withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { type ProjectContents, withProject } from './project.ts';
import { runCommand } from './run-command.ts';

const PROJECT: ProjectContents = { revisions: [{ message: 'Create books', body: 'create table books (id int primary key);' }] };

const ABOUT = `
  select pg_get_userbyid(datdba) as owner, pg_encoding_to_char(encoding) as encoding, datcollate, datctype, datconnlimit,
    shobj_description(oid, 'pg_database') as comment,
    (select array_agg(entry::text order by entry::text) from unnest(datacl) as entry) as acl,
    (select array_agg(pg_get_userbyid(setrole) || ' ' || setconfig::text order by setrole) from pg_db_role_setting where setdatabase = oid) as settings
  from pg_database where datname = $1`;

async function about(database: string): Promise<unknown> {
  return await withClient(testServer().settings, async (client) => (await client.query(ABOUT, [database])).rows[0]);
}

function reset(url: string, ...more: readonly string[]) {
  return withProject(PROJECT, ({ folder }) =>
    runCommand({ argv: ['reset', '--erase', ...more], folder, environment: { DATABASE_URL: url } }),
  );
}

/** Runs with two roles: one that owns the database, and another. */
async function withRoles({ settings }: TestDatabase, run: (owner: string, other: string) => Promise<void>): Promise<void> {
  const roles = [`${settings.database}_owner`, `${settings.database}_other`] as const;
  await withClient(testServer().settings, async (server) => {
    await server.query(roles.map((role) => `create role ${role} login`).join('; '));
    try {
      await run(...roles);
    } finally {
      await server.query(`alter database ${settings.database} owner to ${quoteIdentifier(server.user ?? '')}`);
      await server.query(roles.map((role) => `drop owned by ${role}; drop role ${role}`).join('; '));
    }
  });
}

describe('reset keeps what belongs to the database', () => {
  onRealServer(test)('owner, locale, privileges, settings, comment', async () => {
    await withDatabase(
      { createOptions: "encoding 'UTF8' lc_collate 'C' lc_ctype 'C' template template0 connection limit 7" },
      async (database) => {
        await withRoles(database, async (owner, other) => {
          const { database: name } = database.settings;
          await database.client.query(`
          alter database ${name} owner to ${owner};
          revoke all on database ${name} from public;
          grant connect, temporary on database ${name} to ${other} with grant option;
          alter database ${name} set search_path to app, "Mixed Case", public;
          alter database ${name} set work_mem to '7MB';
          alter database ${name} set app.mode to 'it''s a, "mode"';
          alter role ${other} in database ${name} set statement_timeout to '5s';
          comment on database ${name} is 'of the shop; it''s ours';
          create table rows_to_go ();
        `);
          const before = await about(name);
          expect(await reset(database.url)).toMatchObject({ code: 0 });
          expect(await about(name)).toEqual(before);
          await withClient(database.settings, async (client) => {
            const tables =
              "select to_regclass('rows_to_go') as old, to_regclass('public.books') is not null as new, current_setting('app.mode') as mode";
            expect((await client.query(tables)).rows).toEqual([{ old: null, new: true, mode: 'it\'s a, "mode"' }]);
          });
        });
      },
    );
  });

  onRealServer(test)('or changes nothing, where the role may not give it back', async () => {
    await withDatabase(async (database) => {
      await withRoles(database, async (owner) => {
        const { database: name } = database.settings;
        await database.client.query(`
          alter role ${owner} createdb;
          alter database ${name} owner to ${owner};
          alter database ${name} set log_min_duration_statement to '1s';
          create table kept ();
        `);
        const before = await about(name);
        const { code, screen } = await reset(toDatabaseUrl({ ...database.settings, user: owner, password: undefined }));
        expect({ code, stderr: screen.stderr() }).toEqual({
          code: 1,
          stderr: expect.stringMatching(/so nothing was changed {2}GW556\n(.*\n)* {2}help: /),
        });
        expect(await about(name)).toEqual(before);
        expect((await database.client.query("select to_regclass('kept') is not null as kept")).rows).toEqual([{ kept: true }]);
        expect(await about(`${name}_godwit_reset`)).toBeUndefined();
      });
    });
  });

  onRealServer(test)('brings to its end what was killed between the drop and the new name', async () => {
    await withDatabase(async ({ settings, url, client }) => {
      const { database: name } = settings;
      await client.end();
      await withClient(testServer().settings, async (server) => {
        await server.query(`alter database ${name} rename to ${name}_godwit_reset`);
        await server.query(`comment on database ${name}_godwit_reset is 'of the shop'`);
      });
      expect(await reset(url)).toMatchObject({ code: 0 });
      expect(await about(name)).toMatchObject({ comment: 'of the shop' });
    });
  });
});

test.each(['postgres', 'template0', 'template1'])('the database %s is not erased', async (name) => {
  const { code, screen } = await reset(toDatabaseUrl({ ...testServer().settings, database: name }, { password: true }));
  expect({ code, stderr: screen.stderr() }).toEqual({ code: 1, stderr: expect.stringMatching(/ {2}GW551\n {2}help: .*--database NAME/) });
});
