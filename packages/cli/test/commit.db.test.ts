import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type AuthoringStage, BOOKS, onStage } from './authoring-stage.ts';
import { withProject } from './project.ts';
import { runCommand } from './run-command.ts';

const AUTHOR = {
  'migrations/current.sql': 'alter table   books add column author text;\n',
  'migrations/revert.sql': '-- The way back.\nalter table books drop column author;\n',
};

const COMMITTED = '000002-add-author-column-to-books';

const HASH = /sha1:[0-9a-f]{40}/g;

async function commitAuthor({ godwit }: AuthoringStage): Promise<void> {
  expect(await godwit('commit', '-m', 'Add author column to books')).toMatchObject({ code: 0, stderr: '' });
}

describe('commit', () => {
  test('writes the revision, its way back and the evidence, applies it, and blanks what was written', async () => {
    await onStage({ revisions: [BOOKS], files: AUTHOR }, async (stage) => {
      const { godwit, read, database } = stage;
      await commitAuthor(stage);
      const committed = await read(`migrations/committed/${COMMITTED}.sql`);
      expect(committed.replaceAll(HASH, 'HASH').replace(/Created: \S+ .+/, 'Created: TIME AUTHOR')).toBe(
        '--! Previous: HASH\n--! Hash: HASH\n--! Message: Add author column to books\n--! Created: TIME AUTHOR\n\nalter table books add column author text;\n',
      );
      const hash = /--! Hash: (\S+)/.exec(committed)?.[1];
      const revert = await read(`migrations/reverts/${COMMITTED}.sql`);
      expect(revert).toContain(`--! Reverts: ${hash}\n`);
      expect(revert).toContain('\n\n-- The way back.\nalter table books drop column author;\n');
      expect(JSON.parse(await read(`migrations/reverts/${COMMITTED}.proof.json`))).toMatchObject({
        revision: hash,
        seeds: null,
        up: { locks: [{ object: 'public.books', mode: 'ACCESS EXCLUSIVE' }], rewrites: [] },
      });
      expect(await read('migrations/current.sql')).toBe('-- Enter migration here\n');
      expect(await read('migrations/revert.sql')).toBe('-- Write its way back here.\n');
      expect(await godwit('status')).toMatchObject({ code: 0 });
      const { rows } = await database.client.query('select name, revert_kind from godwit.revision order by number');
      expect(rows).toEqual([
        { name: '000001-create-books', revert_kind: 'sql' },
        { name: COMMITTED, revert_kind: 'sql' },
      ]);
      expect(await godwit('downgrade', 'base')).toMatchObject({ code: 0, stderr: '' });
      expect(await godwit('upgrade')).toMatchObject({ code: 0, stderr: '' });
    });
  });

  test('graphile-migrate accepts the result: migrate, status and uncommit', async () => {
    await onStage({ revisions: [BOOKS], files: AUTHOR }, async (stage) => {
      const { godwit, graphileMigrate, read, list, database } = stage;
      await commitAuthor(stage);
      expect(await graphileMigrate('migrate')).toMatchObject({ code: 0, output: expect.stringContaining('Already up to date') });
      expect(await graphileMigrate('status')).toMatchObject({ code: 0 });
      await database.client.query(`create database "${database.settings.database}_shadow"`);
      expect(await graphileMigrate('uncommit')).toMatchObject({ code: 0, output: expect.stringContaining('undone') });
      expect(await list('migrations/committed')).toEqual(['000001-create-books.sql']);
      expect(await read('migrations/current.sql')).toMatch(
        /^--! Message: Add author column to books\n--! Created: .+\n\nalter table books add column author text;\n$/,
      );
      // What it made is still there, which graphile-migrate leaves to idempotent SQL.
      await database.client.query('alter table books drop column author');
      expect(await godwit('commit', '--irreversible', 'a test')).toMatchObject({ code: 0, stderr: '' });
      expect(await graphileMigrate('migrate')).toMatchObject({ code: 0, output: expect.stringContaining('Already up to date') });
    });
  });

  test('of the folder current/ and with includes, and back again by uncommit', async () => {
    const files = {
      'migrations/current/001-table.sql': 'create table a (id int);\n',
      'migrations/current/002-function.sql': '--!include near.sql\n',
      'migrations/fixtures/near.sql': 'create function near()   returns int language sql as $$ select 1 $$;\n',
      'migrations/revert.sql': 'drop function near();\ndrop table a;\n',
    };
    await onStage({ files }, async ({ project, godwit, files: all }) => {
      await rm(join(project.folder, 'migrations/current.sql'));
      const before = await all();
      expect(await godwit('commit', '-m', 'Create the table a and near')).toMatchObject({ code: 0, stderr: '' });
      const committed = (await all())['committed/000001-create-the-table-a-and-near.sql'];
      expect(committed).toContain(
        '\n\n--! split: 001-table.sql\ncreate table a (id int);\n\n--! split: 002-function.sql\n--! Included near.sql\ncreate function near()   returns int',
      );
      expect(Object.keys(await all()).filter((path) => path.startsWith('current'))).toEqual(['current/1-current.sql']);
      expect(await godwit('uncommit')).toMatchObject({ code: 0, stderr: '' });
      expect(await all()).toEqual({
        ...before,
        'current/001-table.sql': '--! Message: Create the table a and near\n\ncreate table a (id int);\n',
      });
    });
  });

  test('without a way back it wants to know why, from the command line or revert.sql', async () => {
    await onStage(
      { revisions: [BOOKS], files: { 'migrations/current.sql': '-- godwit:ignore no-where: a test\ndelete from books;\n' } },
      async ({ godwit, read, project }) => {
        expect(await godwit('commit', '-m', 'Forget all books')).toMatchObject({ code: 1, stderr: expect.stringContaining('  GW351\n') });
        expect(await godwit('commit', '-m', 'Forget all books', '--irreversible', 'the books are gone')).toMatchObject({ code: 0 });
        expect(await read('migrations/reverts/000002-forget-all-books.sql')).toMatch(
          /^--! Reverts: \S+\n--! Irreversible: the books are gone\n$/,
        );
        expect(await godwit('uncommit')).toMatchObject({ code: 1, stderr: expect.stringContaining('  GW213\n') });
        await project.write('migrations/current.sql', 'delete from books where id = 1;\n');
        await project.write('migrations/revert.sql', '--! Irreversible: this one too\n');
        expect(await godwit('commit', '-m', 'Forget the first book')).toMatchObject({ code: 0 });
        expect(await read('migrations/reverts/000003-forget-the-first-book.sql')).toContain('--! Irreversible: this one too\n');
      },
    );
  });

  test.each<[what: string, files: Record<string, string>, code: string, place: RegExp]>([
    [
      'a statement that the server refuses',
      { current: 'select 1;\nalter table boks add author text;\n' },
      'GW340',
      /migrations\/current\.sql:2:1/,
    ],
    ['a way back that it refuses', { revert: 'select 1;\n\nalter table   boks drop author;\n' }, 'GW340', /migrations\/revert\.sql:3:1/],
    ['a way back that does not lead back', { revert: 'select 1;\n' }, 'GW341', /column public\.books\.author is new/],
    ['a syntax error', { current: 'alter tabel books;\n' }, 'GW332', /current\.sql:1:7/],
    ['a COMMIT in the way back', { revert: 'drop table a;\ncommit;\n' }, 'GW332', /revert\.sql:2:1/],
    ['an include that is not there', { current: '--!include nothing.sql\n' }, 'GW052', /current\.sql:1:1/],
    ['nothing but a comment', { current: '-- later\n' }, 'GW350', /There is no SQL/],
    [
      'a placeholder in a literal',
      { current: "alter table books add author text default ':DATABASE_NAME';\n" },
      'GW353',
      /current\.sql:1:44/,
    ],
    ['a way back and a reason', { revert: 'select 1;\n', irreversible: 'gone' }, 'GW352', /revert\.sql holds a way back/],
  ])(
    '%s changes nothing',
    async (_, { current = AUTHOR['migrations/current.sql'], revert = AUTHOR['migrations/revert.sql'], irreversible }, code, place) => {
      const files = { 'migrations/current.sql': current, 'migrations/revert.sql': revert };
      await onStage({ revisions: [BOOKS], files }, async ({ godwit, files: all, database }) => {
        await godwit('upgrade');
        const before = await all();
        const reason = irreversible === undefined ? [] : ['--irreversible', irreversible];
        const { code: exit, stderr } = await godwit('commit', '-m', 'Add author column to books', ...reason);
        expect(exit).toBe(1);
        expect(stderr).toContain(`  ${code}\n`);
        expect(stderr).toMatch(place);
        expect(await all()).toEqual(before);
        expect((await database.client.query('select filename from graphile_migrate.migrations')).rows).toEqual([
          { filename: '000001.sql' },
        ]);
        expect(await godwit('status')).toMatchObject({ code: 0 });
      });
    },
  );

  test('rows of the development database that do not fit put the files back', async () => {
    const files = {
      'migrations/current.sql': '-- godwit:ignore add-check: a test\nalter table books add constraint small check (id < 10);\n',
      'migrations/revert.sql': 'alter table books drop constraint small;\n',
    };
    await onStage({ revisions: [BOOKS], files }, async ({ godwit, files: all, database }) => {
      await godwit('upgrade');
      await database.client.query('insert into books values (11)');
      const before = await all();
      expect(await godwit('commit', '-m', 'Keep books small')).toMatchObject({ code: 1, stderr: expect.stringContaining('  GW220\n') });
      expect(await all()).toEqual(before);
    });
  });

  test('over the seeds, which a command of the configuration loads, also when they know already of what is added', async () => {
    const seed = `
      import { parseDatabaseUrl, withClient } from '${import.meta.resolve('@godwit/postgres')}';
      const settings = parseDatabaseUrl(process.env.DATABASE_URL, 'DATABASE_URL');
      await withClient(settings, (client) => client.query("insert into books (id, author) values (1, 'somebody with a long name')"));
    `;
    const files = {
      ...AUTHOR,
      'seed.mjs': seed,
      'godwit.config.json': JSON.stringify({ seeds: { command: `'${process.execPath}' seed.mjs`, sources: ['seed.mjs'] } }),
    };
    await onStage({ revisions: [BOOKS], files }, async (stage) => {
      const { godwit, project, read } = stage;
      await commitAuthor(stage);
      expect(JSON.parse(await read(`migrations/reverts/${COMMITTED}.proof.json`)).seeds).toMatch(/^[0-9a-f]{64}$/);
      await project.write(
        'migrations/current.sql',
        '-- godwit:ignore column-type-rewrite: a test\nalter table books alter author type varchar(10);\n',
      );
      await project.write('migrations/revert.sql', 'alter table books alter author type text;\n');
      expect(await godwit('commit', '-m', 'Shorten authors')).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/too long for type character varying\(10\) +GW340\n[\s\S]*current\.sql:2:/),
      });
    });
  });

  test('a bad message is told before anything is looked at', async () => {
    await withProject({ files: { 'migrations/current.sql': 'select 1;\n' } }, async ({ folder }) => {
      const { code, screen } = await runCommand({ argv: ['commit', '-m', 'Update'], folder });
      expect({ code, stderr: screen.stderr() }).toEqual({ code: 1, stderr: expect.stringContaining('  GW310\n') });
    });
  });

  test('a shadow database is never made on a remote server', async () => {
    await onStage({ revisions: [BOOKS], files: AUTHOR }, async ({ database, project: { folder, write } }) => {
      await write('godwit.config.json', '{}');
      const url = new URL(database.url);
      // The same server by a name that does not say that it is this machine.
      const address = url.hostname;
      url.hostname = 'db.internal';
      const { code, screen } = await runCommand({
        argv: ['commit', '-m', 'Add author column to books'],
        folder,
        environment: { DATABASE_URL: url.href, PGHOSTADDR: address === 'localhost' ? '127.0.0.1' : address, GODWIT_ENV: 'test' },
      });
      expect({ code, stderr: screen.stderr() }).toEqual({ code: 1, stderr: expect.stringMatching(/GW111/) });
    });
  });

  test.each(['commit', 'uncommit', 'amend'] as const)('%s refuses a database that is production', async (command) => {
    await onStage({ revisions: [BOOKS], files: command === 'commit' ? AUTHOR : {} }, async ({ godwit, files }) => {
      await godwit('upgrade');
      await godwit('protect');
      const before = await files();
      const argv = { commit: ['commit', '-m', 'Add author column to books'], uncommit: ['uncommit'], amend: ['amend', '1'] }[command];
      expect(await godwit(...argv)).toMatchObject({ code: 1, stderr: expect.stringContaining('  GW512\n') });
      expect(await files()).toEqual(before);
    });
  });
});

describe('uncommit', () => {
  test('opens the last revision again, in the database too, and committed anew it has the same hash', async () => {
    await onStage({ revisions: [BOOKS], files: AUTHOR }, async (stage) => {
      const { godwit, read, files, database } = stage;
      await commitAuthor(stage);
      const committed = await read(`migrations/committed/${COMMITTED}.sql`);
      const { code, stdout } = await godwit('uncommit');
      expect({ code, stdout }).toEqual({
        code: 0,
        stdout: expect.stringContaining(
          `✔ ${COMMITTED} is current.sql again, its way back is revert.sql; head is 000001-create-books\nnext: edit it`,
        ),
      });
      expect(await files()).toEqual({
        'committed/000001-create-books.sql': expect.any(String),
        'reverts/000001-create-books.sql': expect.any(String),
        'current.sql': '--! Message: Add author column to books\n\nalter table books add column author text;\n',
        'revert.sql': AUTHOR['migrations/revert.sql'],
      });
      expect((await database.client.query('select * from books')).fields.map(({ name }) => name)).toEqual(['id']);
      expect(await godwit('status')).toMatchObject({ code: 0 });
      expect(await godwit('commit')).toMatchObject({ code: 0, stderr: '' });
      const again = await read(`migrations/committed/${COMMITTED}.sql`);
      expect(again.match(HASH)).toEqual(committed.match(HASH));
    });
  });

  test.each([
    ['current.sql', { 'migrations/current.sql': 'select 1;\n' }],
    ['revert.sql', { 'migrations/revert.sql': 'select 1;\n' }],
  ])('what stands in %s is not overwritten', async (_, files: Record<string, string>) => {
    await onStage({ revisions: [BOOKS], files }, async ({ godwit, files: all, database }) => {
      await godwit('upgrade');
      const before = await all();
      expect(await godwit('uncommit')).toMatchObject({ code: 1, stderr: expect.stringContaining('  GW356\n') });
      expect(await all()).toEqual(before);
      expect((await database.client.query(`select to_regclass('books')::text as books`)).rows).toEqual([{ books: 'books' }]);
    });
  });

  test('rows that its way back would take are counted before a file is touched', async () => {
    await onStage({ revisions: [BOOKS] }, async ({ godwit, database, files }) => {
      await godwit('upgrade');
      await database.client.query('insert into books values (1)');
      const before = await files();
      const { code, stderr } = await godwit('uncommit');
      expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining('godwit uncommit --accept-data-loss') });
      expect(await files()).toEqual(before);
      expect(await godwit('uncommit', '--accept-data-loss')).toMatchObject({ code: 0, stderr: '' });
      expect(Object.keys(await files())).toEqual(['current.sql', 'revert.sql']);
    });
  });

  test('a database that does not hold it is left as it is', async () => {
    await onStage({ revisions: [BOOKS] }, async ({ godwit }) => {
      expect(await godwit('uncommit')).toMatchObject({ code: 0, stdout: expect.stringContaining('does not hold it') });
      expect(await godwit('uncommit')).toMatchObject({ code: 1, stderr: expect.stringMatching(/GW35[56]/) });
    });
  });
});

describe('what the application and schema/ say', () => {
  const QUERIES = {
    'godwit.config.json': JSON.stringify({ queries: ['src/*.sql'] }),
    'src/books.sql': '/* @name FindBooks */\nselect id from books;\n',
  };

  test('a query that would break stops the commit, with file, line and reason', async () => {
    const files = {
      ...QUERIES,
      'migrations/current.sql': '-- godwit:ignore rename-column: a test\nalter table books rename column id to number;\n',
      'migrations/revert.sql': 'alter table books rename column number to id;\n',
    };
    await onStage({ revisions: [BOOKS], files }, async ({ godwit, files: all }) => {
      const before = await all();
      const { code, stderr } = await godwit('commit', '-m', 'Number the books');
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: expect.stringMatching(/GW354\n +src\/books\.sql:2 FindBooks: column "id" does not exist\n/),
      });
      expect(await all()).toEqual(before);
    });
  });

  test('schema/ is written with the revision, follows uncommit, and edits that no revision makes are not overwritten', async () => {
    await onStage({ revisions: [BOOKS], files: AUTHOR }, async (stage) => {
      const { godwit, project, read } = stage;
      const table = 'migrations/schema/public/tables/books.sql';
      await commitAuthor(stage);
      expect(await read(table)).toContain('author text');
      expect(await godwit('uncommit')).toMatchObject({ code: 0, stderr: '' });
      expect(await read(table)).not.toContain('author');
      const edited = (await read(table)).replace('id integer', 'pages integer,\n  id integer');
      await project.write(table, edited);
      const { code, stderr } = await godwit('commit');
      expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('  GW329\n') });
      expect(await read(table)).toBe(edited);
    });
  });

  test('a file of schema/ that its author had removed was written again', async () => {
    await onStage({ revisions: [BOOKS], files: AUTHOR }, async (stage) => {
      const { godwit, project, list } = stage;
      await commitAuthor(stage);
      await project.write('migrations/schema/public/views/kept.sql', 'create view public.kept as select 1 as one;\n');
      await rm(join(project.folder, 'migrations/schema/public/tables/books.sql'));
      await project.write('migrations/current.sql', 'create table public.loans (id bigint primary key);\n');
      await project.write('migrations/revert.sql', 'drop table public.loans;\n');
      const { code, stderr } = await godwit('commit', '-m', 'Create the loans table');
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: expect.stringMatching(/ {2}GW329\n {2}table public\.books is missing .*\n {2}view public\.kept is new .*\n {2}help: /),
      });
      expect(await list('migrations/schema/public/tables')).toEqual([]);
    });
  });

  test('a way back that nobody has written is worked out, shown, and proved', async () => {
    await onStage(
      { revisions: [BOOKS], files: { 'migrations/current.sql': AUTHOR['migrations/current.sql'] } },
      async ({ godwit, read }) => {
        const { code, stdout } = await godwit('commit', '-m', 'Add author column to books');
        expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('revert.sql is blank; this leads back') });
        expect(await read(`migrations/reverts/${COMMITTED}.sql`)).toContain('alter table books drop column author;\n');
        expect(await godwit('downgrade', '-1')).toMatchObject({ code: 0 });
        expect(await godwit('upgrade')).toMatchObject({ code: 0 });
      },
    );
  });

  test.each([
    ['an index', 'create index concurrently books_id on public.books (id);', 'drop index concurrently public.books_id;'],
    ['one that goes', 'drop index concurrently public.books_pages;', 'create index concurrently books_pages on public.books (pages);'],
  ])('the way back of %s that holds nobody up held everybody up, and check refused it', async (_, statement, back) => {
    const body = 'alter table books add column pages int;\ncreate index books_pages on books (pages);';
    const pages = { message: 'Count the pages of a book', body, revert: 'alter table books drop column pages;' };
    const files = { 'migrations/current.sql': `--! no-transaction\n${statement}\n` };
    await onStage({ revisions: [BOOKS, pages], files }, async ({ godwit, read }) => {
      expect(await godwit('commit', '-m', 'Index what is asked for')).toMatchObject({ code: 0, stderr: '' });
      expect(await read('migrations/reverts/000003-index-what-is-asked-for.sql')).toContain(`\n\n--! no-transaction\n${back}\n`);
    });
  });

  test('files were told to be written, and put back in silence, when the database did not take the revision', async () => {
    await onStage({ revisions: [BOOKS], files: AUTHOR }, async ({ godwit, files, database }) => {
      expect(await godwit('upgrade')).toMatchObject({ code: 0 });
      await database.client.query('alter table books add column author text');
      const before = await files();
      const { code, stdout, stderr } = await godwit('commit', '-m', 'Add author column to books');
      expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('column "author" of relation "books" already exists') });
      expect(stdout).toMatch(/\.proof\.json\n {2}↶ the files are put back as they were\n$/);
      expect(await files()).toEqual(before);
    });
  });

  test('lint stops what must not be committed, unless there is a reason', async () => {
    const files = { 'migrations/current.sql': 'create index ix on books (id);\n', 'migrations/revert.sql': 'drop index ix;\n' };
    await onStage({ revisions: [BOOKS], files }, async ({ godwit, project }) => {
      expect(await godwit('commit', '-m', 'Index the books')).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/GW349\n.*index-not-concurrently/),
      });
      await project.write(
        'migrations/current.sql',
        '-- godwit:ignore index-not-concurrently: twelve rows\ncreate index ix on books (id);\n',
      );
      await project.write('migrations/revert.sql', '-- godwit:ignore drop-index-not-concurrently: twelve rows\ndrop index ix;\n');
      expect(await godwit('commit', '-m', 'Index the books')).toMatchObject({ code: 0, stderr: '' });
    });
  });
});

const THREE = [
  BOOKS,
  { message: 'Add titles', body: 'alter table books add title text;', revert: 'alter table books drop title;' },
  { message: 'Index titles', body: '--! no-transaction\ncreate index concurrently ix on books (title);', revert: 'drop index ix;' },
];

describe('amend', () => {
  test('opens a revision in the middle; commit puts those after it behind it again, proved anew', async () => {
    await onStage({ revisions: THREE }, async ({ godwit, project, read, list, files, database }) => {
      await godwit('upgrade');
      const before = await files();
      expect(await godwit('amend', '2')).toMatchObject({
        code: 0,
        stderr: '',
        stdout: expect.stringContaining('◌ 000003-index-titles is set aside'),
      });
      expect(await list('migrations/committed')).toEqual(['000001-create-books.sql']);
      expect(await list('migrations/aside/committed')).toEqual(['000002-add-titles.sql', '000003-index-titles.sql']);
      expect(await godwit('status')).toMatchObject({ code: 2, stdout: expect.stringContaining('000002-add-titles is open') });
      expect(await godwit('amend', '1')).toMatchObject({ code: 1, stderr: expect.stringContaining('  GW357\n') });
      expect((await database.client.query('select * from books')).fields.map(({ name }) => name)).toEqual(['id']);
      await project.write('migrations/current.sql', "--! Message: Add titles\n\nalter table books add title text not null default '';\n");
      const { code, stdout, stderr } = await godwit('commit');
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/000002 proved[\s\S]*000003 proved/);
      const after = await files();
      expect(Object.keys(after).filter((path) => path.startsWith('aside'))).toEqual([]);
      expect(after['committed/000003-index-titles.sql']).not.toBe(before['committed/000003-index-titles.sql']);
      expect(after['committed/000003-index-titles.sql']?.split('\n\n')[1]).toBe(
        before['committed/000003-index-titles.sql']?.split('\n\n')[1],
      );
      expect(await read('migrations/reverts/000003-index-titles.proof.json')).toContain('"revision"');
      expect(await godwit('status')).toMatchObject({ code: 0, stderr: '' });
      expect(await godwit('downgrade', 'base')).toMatchObject({ code: 0, stderr: '' });
      expect(await godwit('upgrade')).toMatchObject({ code: 0, stderr: '' });
    });
  });

  test('--undo puts everything back, byte for byte, unless something was written meanwhile', async () => {
    await onStage({ revisions: THREE }, async ({ godwit, project, files }) => {
      await godwit('upgrade');
      const before = await files();
      await godwit('amend', '1');
      await project.write('migrations/current.sql', 'create table other (id int);\n');
      expect(await godwit('amend', '--undo')).toMatchObject({ code: 1, stderr: expect.stringContaining('  GW356\n') });
      await project.write('migrations/current.sql', '-- Enter migration here\n');
      expect(await godwit('amend', '--undo')).toMatchObject({ code: 0, stdout: expect.stringContaining('next: godwit upgrade') });
      const blank = { 'current.sql': '-- Enter migration here\n', 'revert.sql': '-- Write its way back here.\n' };
      expect(await files()).toEqual({ ...before, ...blank });
      expect(await godwit('upgrade')).toMatchObject({ code: 0, stderr: '' });
      expect(await godwit('amend', '--undo')).toMatchObject({ code: 1, stderr: expect.stringContaining('  GW358\n') });
    });
  });

  test('not when a database that others use holds it', async () => {
    const files = { 'godwit.config.json': JSON.stringify({ sharedDatabases: ['STAGING_DATABASE_URL'] }) };
    await onStage({ revisions: THREE, files }, async ({ godwit, project, database, files: all }) => {
      await godwit('upgrade');
      const before = await all();
      const { code, screen } = await runCommand({
        argv: ['amend', '2'],
        folder: project.folder,
        environment: { DATABASE_URL: database.url, STAGING_DATABASE_URL: database.url },
      });
      expect({ code, stderr: screen.stderr() }).toEqual({
        code: 1,
        stderr: expect.stringMatching(/is applied on .* \(STAGING_DATABASE_URL\)[\s\S]*GW359/),
      });
      expect(await all()).toEqual(before);
    });
  });
});
