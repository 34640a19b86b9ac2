import { toDatabaseUrl } from '@godwit/postgres';
import { onRealServer, type TestDatabase, testServer, withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { closedPort } from '../../postgres/test/fake-server.ts';
import { dropShadows } from './authoring-stage.ts';
import { databaseFingerprint } from './database-fingerprint.ts';
import { type ProjectContents, withProject } from './project.ts';
import { runCommand } from './run-command.ts';

const PROJECT: ProjectContents = {
  revisions: [{ message: 'Create books', body: 'create table public.books (id int primary key);', revert: 'drop table public.books;' }],
  files: {
    'migrations/verify/public/books.sql': `--! Check: no book without a number
select 0 as expected, count(*) as found from public.books where id is null;
--! Check: a number stands once
--! Raises: 23505 books_pkey
insert into public.books values (1), (1);
`,
  },
};

/** Verifies a database in a project; what is printed. */
async function verify(url: string, { project = PROJECT, more = [] }: { project?: ProjectContents; more?: readonly string[] } = {}) {
  return await withProject(project, async ({ folder }) => {
    const { code, screen } = await runCommand({ argv: ['verify', '--database', url, ...more], folder });
    return { code, stdout: screen.stdout(), stderr: screen.stderr() };
  });
}

async function upgraded(database: TestDatabase): Promise<void> {
  await withProject(PROJECT, ({ folder }) => runCommand({ argv: ['upgrade', '--database', database.url], folder }));
}

describe('a live database', () => {
  test('is not changed, with --writes neither', async () => {
    await withDatabase(async (database) => {
      await upgraded(database);
      const before = await databaseFingerprint(database.client);
      expect(await verify(database.url)).toMatchObject({ code: 0, stdout: expect.stringContaining('1 check passed  1 left out') });
      expect(await verify(database.url, { more: ['--writes'] })).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('2 checks passed'),
      });
      expect(await databaseFingerprint(database.client)).toBe(before);
    });
  });

  test('that is not there, or is none of ours, is one clear error', async () => {
    const server = testServer().settings;
    await withDatabase(async ({ url }) => {
      for (const [database, code] of [
        [`postgres://app@127.0.0.1:${await closedPort()}/shop`, 'GW110'],
        [toDatabaseUrl({ ...server, database: 'godwit_no_such_database' }, { password: true }), 'GW123'],
        [url, 'GW572'],
      ] as const) {
        const { code: exit, stdout, stderr } = await verify(database);
        expect({ exit, stdout, stderr }).toEqual({
          exit: 1,
          stdout: '',
          stderr: expect.stringMatching(new RegExp(`^✖ .* {2}${code}\n(.*\n)* {2}help: `)),
        });
      }
    });
  });

  onRealServer(test)('whose role may not read a table says which privilege is missing', async () => {
    await withDatabase(async (database) => {
      await upgraded(database);
      const { client, settings } = database;
      const role = `${settings.database}_role`;
      await client.query(`create role ${role} login; grant usage on schema graphile_migrate, godwit to ${role};
        grant select on all tables in schema graphile_migrate, godwit to ${role}`);
      try {
        const { code, stdout } = await verify(toDatabaseUrl({ ...settings, user: role, password: undefined }, { password: false }));
        expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining('permission denied for table books') });
        expect(stdout).toContain('let the owner grant it');
      } finally {
        await client.query(`drop owned by ${role}; drop role ${role}`);
      }
    });
  });
});

describe('a throwaway database', () => {
  const inProject = (project: ProjectContents, argv: readonly string[]) =>
    withDatabase(async ({ url, settings, client }) => {
      const before = await databaseFingerprint(client);
      try {
        return await withProject(project, async ({ folder }) => {
          const { code, screen } = await runCommand({ argv, folder, environment: { DATABASE_URL: url } });
          return { code, stdout: screen.stdout(), stderr: screen.stderr() };
        });
      } finally {
        expect(await databaseFingerprint(client)).toBe(before);
        await dropShadows(settings.database);
      }
    });

  test('has the rows of the seeds; where they cannot be loaded that is an error of its own', async () => {
    const files = {
      ...PROJECT.files,
      'migrations/verify/public/books.sql':
        '--! Check: books\n--! Needs: public.books\nselect 1 as expected, count(*) as found from public.books;\n',
      'godwit.config.json': '{ "seeds": "node seed.mjs" }',
      'seed.mjs': "console.log('no rows today'); process.exit(1);\n",
    };
    const { code, stdout } = await inProject({ ...PROJECT, files }, ['verify', '--only', 'books']);
    expect(code).toBe(1);
    expect(stdout).toContain('○ books: needs rows in public.books');
    expect(stdout).toContain('no rows today');
  });

  test('shows a way back that does not lead back', async () => {
    const revisions = [{ message: 'Create books', body: 'create table public.books (id int primary key);', revert: 'select;' }];
    const { code, stdout } = await inProject({ ...PROJECT, revisions }, ['verify']);
    expect(code).toBe(2);
    expect(stdout).toContain('✔ no book without a number');
    expect(stdout).toContain('✖ public: 1 revision up, down and up again');
    expect(stdout).toContain('2 cycles broken');
  });

  test('is not made for a history that forks', async () => {
    const revisions = [...(PROJECT.revisions ?? []), { message: 'Other', body: 'select 1;', after: 0 }];
    expect(await inProject({ ...PROJECT, revisions }, ['verify'])).toMatchObject({ code: 1, stderr: expect.stringContaining('GW0') });
  });
});
