import { execFileSync } from 'node:child_process';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashRevision, serializeRevision } from '@godwit/history';
import { readLedger } from '@godwit/migrator';
import { ConnectionError } from '@godwit/postgres';
import { onRealServer } from '@godwit/postgres/testing';
import { describe, expect, test, vi } from 'vitest';
import { WatchHeld } from '../attempt/errors.ts';
import { withFolderLock } from '../journal/folder-lock.ts';
import { type Desk, withDesk } from '../testing/attempts.ts';
import { onceAt, watching } from '../testing/watching.ts';
import { NotAtHead } from './errors.ts';
import { isConnectionError } from './server-gone.ts';

const BOOKS = 'create table books (id int primary key, title text)';

/** Writes the next committed revision; the first one unless there is a hash before it. */
async function commitFile({ project }: Desk, number: number, body: string, previousHash: string | null): Promise<string> {
  const hash = hashRevision(`${body}\n`, previousHash);
  await project.write(
    `migrations/committed/00000${number}-r.sql`,
    serializeRevision({ body: `${body}\n`, hash, previousHash, message: null, headers: {} }),
  );
  return hash;
}

describe('a save', () => {
  test('is applied whatever way it comes', () =>
    withDesk(BOOKS, (desk) =>
      watching(desk, async ({ next }) => {
        const { project } = desk;
        await next('blank');
        await desk.write('create table a (one int);\n');
        expect(await next('applied')).toMatchObject({ touched: ['a'], disposed: [], isForeign: false });
        // As vim does: the old file goes aside, a new one takes its name.
        await rename(join(project.folder, 'current.sql'), join(project.folder, 'current.sql~'));
        await project.write('migrations/current.sql', 'create table a (two int);\n');
        await next('applied');
        // As others do: a new file is renamed over the old one.
        await project.write('migrations/.current.sql.swp', 'create table a (three int);\n');
        await rename(join(project.folder, '.current.sql.swp'), join(project.folder, 'current.sql'));
        await next('applied');
        expect(await desk.columns('a')).toEqual(['three']);
        // An include, and a change of the fixture in a folder that is new.
        await project.write('migrations/fixtures/deep/f.sql', 'create table b (one int);\n');
        await desk.write('--!include deep/f.sql\n');
        await next('applied');
        await project.write('migrations/fixtures/deep/f.sql', 'create table b (two int);\n');
        await next('applied');
        expect([await desk.columns('a'), await desk.columns('b')]).toEqual([null, ['two']]);
        // The folder in place of the file.
        await rm(join(project.folder, 'current.sql'));
        await next('takenBack');
        await mkdir(join(project.folder, 'current'));
        await project.write('migrations/current/001.sql', 'create table c (one int);\n');
        await next('applied');
        await project.write('migrations/current/002-more.sql', 'create table d (one int);\n');
        await next('applied');
        expect([await desk.columns('c'), await desk.columns('d')]).toEqual([['one'], ['one']]);
      }),
    ));

  test('that is one of very many is the last one in the end', () =>
    withDesk(BOOKS, (desk) =>
      watching(desk, async ({ next, told }) => {
        await next('blank');
        for (let at = 1; at <= 60; at++) await writeFile(join(desk.project.folder, 'current.sql'), `create table a (c${at} int);\n`);
        while (!(await desk.columns('a'))?.includes('c60')) await next('applied');
        expect(told().filter(({ kind }) => kind === 'applied').length).toBeLessThan(60);
      }),
    ));

  test('that fails keeps what was applied, and the next one goes on', () =>
    withDesk(BOOKS, (desk) =>
      watching(desk, async ({ next }) => {
        await desk.write('create table a (one int);\n');
        await next('applied');
        await desk.write('create table a (one int,);\n');
        expect(await next('failed')).toMatchObject({ error: { code: 'GW360', frame: { line: 1, column: 25 } } });
        expect(await desk.columns('a')).toEqual(['one']);
        await desk.write('create table a (one int);\n');
        await next('unchanged');
        await desk.write('create table a (two int);\n');
        await next('applied');
        expect(await desk.columns('a')).toEqual(['two']);
      }),
    ));

  test('with an include that is not there yet is applied when it is', () =>
    withDesk(BOOKS, (desk) =>
      watching(desk, async ({ next }) => {
        await desk.write('--!include later.sql\n');
        expect(await next('failed')).toMatchObject({ error: { code: 'GW052' } });
        await desk.project.write('migrations/fixtures/later.sql', 'create table a (one int);\n');
        await next('applied');
      }),
    ));

  test('of revert.sql alone keeps the way back', () =>
    withDesk(BOOKS, (desk) =>
      watching(desk, async ({ next }) => {
        await desk.write("alter table books alter title set default 'x';\n");
        await next('applied');
        expect(await next('wayBack')).toEqual({ kind: 'wayBack', unmodelled: null });
        await desk.project.write('migrations/revert.sql', 'alter table books alter title drop default;\n');
        // The first save may have been seen twice, and the second look finds nothing new either.
        while ((await readLedger(desk.database.client)).attempt?.undoSource !== 'revert.sql') await next('unchanged');
      }),
    ));
});

test('git stash takes it back, git stash pop applies it again', () =>
  withDesk(BOOKS, async (desk) => {
    const git = (...words: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...words], { cwd: desk.project.root, stdio: 'ignore' });
    git('init');
    await desk.project.write('.gitignore', '.godwit\n');
    await desk.write('-- blank\n', '-- blank\n');
    git('add', '.');
    git('commit', '-m', 'start');
    await watching(desk, async ({ next }) => {
      await desk.write('create table a (one int);\n', 'drop table a;\n');
      await next('applied');
      git('stash');
      await next('takenBack');
      expect(await desk.columns('a')).toBeNull();
      git('stash', 'pop');
      await next('applied');
      expect(await desk.columns('a')).toEqual(['one']);
    });
  }));

describe('the database and the folder', () => {
  test('a revision that arrives takes the text back and ends the watch, with the list and the command', () =>
    withDesk('', (desk) =>
      watching(desk, async ({ next, ended }) => {
        await desk.write('create table a (one int);\n');
        await next('applied');
        const first = await commitFile(desk, 1, 'create table a ();', null);
        await commitFile(desk, 2, 'create table b ();', first);
        const error = await ended;
        expect(error).toBeInstanceOf(NotAtHead);
        expect(error).toMatchObject({
          code: 'GW365',
          exitCode: 2,
          message: 'The database is at base, 2 behind the folder',
          details: ['000001-r  pending', '000002-r  pending', expect.stringContaining('taken back')],
          help: expect.stringMatching(/^godwit upgrade/),
        });
        expect(await desk.columns('a')).toBeNull();
        expect(await readLedger(desk.database.client)).toMatchObject({ attempt: null });
      }),
    ));

  test('another branch in the database ends it too, with the way to where both agree', () =>
    withDesk('', async (desk) => {
      await (await desk.open()).save();
      await desk.database.client.query("insert into graphile_migrate.migrations (hash, filename) values ('sha1:other', '000001.sql')");
      await expect(onceAt(desk)).rejects.toMatchObject({
        code: 'GW365',
        details: ['000001  only in the database'],
        help: expect.stringMatching(/^godwit downgrade base\n/),
      });
    }));

  test('a revision that is committed and applied meanwhile does not end it', () =>
    withDesk('', (desk) =>
      watching(desk, async ({ next }) => {
        const { client } = desk.database;
        await desk.write('create table a (one int);\n');
        await next('applied');
        // As commit does: the files first, under its lock, then the database.
        await withFolderLock({ root: desk.project.root, command: 'godwit commit', now: () => new Date() }, async () => {
          const hash = await commitFile(desk, 1, 'create table a (one int);', null);
          await desk.write('-- blank\n');
          await client.query('drop table a; delete from godwit.attempt; delete from graphile_migrate.current; create table a (one int)');
          await client.query("insert into graphile_migrate.migrations (hash, filename) values ($1, '000001.sql')", [hash]);
        });
        await next('blank');
        await desk.write('alter table a add two int;\n');
        await next('applied');
        expect(await desk.columns('a')).toEqual(['one', 'two']);
      }),
    ));
});

describe('two watches', () => {
  test('the second one is told', () =>
    withDesk(BOOKS, (desk) =>
      watching(desk, async ({ next, stop, ended }) => {
        await next('blank');
        await expect(onceAt(desk)).rejects.toThrow(WatchHeld);
        stop();
        await ended;
        expect((await onceAt(desk)).map(({ kind }) => kind)).toContain('blank');
      }),
    ));

  onRealServer(test)('and hears who the first one is', () =>
    withDesk(BOOKS, (desk) =>
      watching(
        desk,
        async ({ next }) => {
          await next('blank');
          await expect(onceAt(desk)).rejects.toMatchObject({
            code: 'GW364',
            exitCode: 3,
            details: [expect.stringContaining('watch of ada')],
          });
        },
        { connect: () => desk.database.connect({ applicationName: 'watch of ada' }) },
      ),
    ),
  );
});

/** As a bundled command has one of its own, beside that of the packages that are installed separately. */
async function anotherCopy() {
  vi.resetModules();
  return await import('@godwit/postgres');
}

describe('a connection that another copy of @godwit/postgres has made', () => {
  test('a save that changes what is there ended the watch', async () => {
    const copy = await anotherCopy();
    await withDesk(BOOKS, (desk) =>
      watching(
        desk,
        async ({ next }) => {
          // What it would lose is asked of the catalog, whose queries differ by the server's version.
          await desk.write("alter table books alter column title set default 'none';\n");
          await next('applied');
          await desk.write('create table a (one int);\n');
          await next('applied');
          expect(await desk.columns('a')).toEqual(['one']);
        },
        { connect: () => copy.connect(desk.database.settings) },
      ),
    );
  });

  test('a server that refuses it was not waited for', async () => {
    const copy = await anotherCopy();
    await withDesk(BOOKS, async ({ database }) => {
      const error: unknown = await copy.connect({ ...database.settings, port: 1 }).catch((refused: unknown) => refused);
      expect(error).not.toBeInstanceOf(ConnectionError);
      expect(isConnectionError(error)).toBe(true);
    });
  });
});

describe('a server that goes away', () => {
  onRealServer(test)('is waited for, and what was saved meanwhile is applied', () =>
    withDesk(BOOKS, async (desk) => {
      await watching(desk, async ({ next }) => {
        await desk.write('create table a (one int);\n');
        await next('applied');
        await desk.database.client.query(
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
        );
        expect(await next('serverGone')).toMatchObject({ reason: expect.stringContaining('terminating connection') });
        await next('serverBack');
        await next('watching');
        await desk.write('create table a (two int);\n');
        await next('applied');
        expect(await desk.columns('a')).toEqual(['two']);
      });
    }),
  );
});

describe('afterwards', () => {
  test('queries that no longer fit are listed, and what is made from the schema is written', () =>
    withDesk(BOOKS, async (desk) => {
      await desk.project.write('src/books.sql', '/* @name Titles */\nselect title from books;\n');
      let runs = 0;
      await watching(
        desk,
        async ({ next }) => {
          await desk.write('alter table books rename title to name;\n');
          await next('applied');
          expect(await next('queries')).toMatchObject({ broken: [{ file: 'src/books.sql', line: 2, name: 'Titles' }] });
          expect(await next('generated')).toEqual({ kind: 'generated', failed: ['no'] });
          await desk.write('');
          await next('takenBack');
          expect(await next('generated')).toEqual({ kind: 'generated', failed: null });
        },
        { queries: ['src/*.sql'], generate: async () => (runs++ === 0 ? ['no'] : null) },
      );
    }));

  test('findings have their place in the author file', () =>
    withDesk(BOOKS, (desk) =>
      watching(desk, async ({ next }) => {
        await desk.project.write('migrations/fixtures/f.sql', '\ncreate table public.a (id int primary key);\n');
        await desk.write('--!include f.sql\n');
        const { findings } = await next('findings');
        expect(findings.map(({ rule, frame }) => [rule, frame.file.split('/').at(-1), frame.line])).toContainEqual([
          'int-primary-key',
          'f.sql',
          2,
        ]);
      }),
    ));

  test('a table that has used up most of its columns is named', () =>
    withDesk(BOOKS, async (desk) => {
      await desk.database.client.query(`do $$ begin for i in 1..1200 loop
        execute 'alter table books add x int'; execute 'alter table books drop x'; end loop; end $$`);
      await desk.write('alter table books add year int;\n');
      expect(await onceAt(desk)).toContainEqual({ kind: 'worn', tables: [{ schema: 'public', name: 'books', used: 1203 }] });
    }));
});

test('once: why it fails is thrown, and nothing is left', () =>
  withDesk(BOOKS, async (desk) => {
    await desk.write('create table a (one int);\n');
    expect((await onceAt(desk)).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['watching', 'applied']));
    await desk.write('create tabel a (one int);\n');
    await expect(onceAt(desk)).rejects.toMatchObject({ code: 'GW360' });
    expect(await desk.columns('a')).toEqual(['one']);
    const { rows } = await desk.database.client.query(
      "select 1 from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())",
    );
    expect(rows).toEqual([]);
  }));
