import { join } from 'node:path';
import { onRealServer } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { type AuthoringStage, BOOKS, onStage } from './authoring-stage.ts';
import { startProcess } from './run-process.ts';

const POSTGRES = new URL('../../postgres/src/index.ts', import.meta.url).href;

/** As the models of an application would build their schema in the database that they are given. */
const BUILD = `import { parseDatabaseUrl, withClient } from '${POSTGRES}';

await withClient(parseDatabaseUrl(process.env.DATABASE_URL, 'DATABASE_URL'), (client) =>
  client.query('create table books (id int primary key); create table loans (id bigint primary key, book_id int references books)'),
);
`;

/** Notes what it was given, and changes it. */
const AFTER = `import { appendFileSync, writeFileSync } from 'node:fs';

writeFileSync('given.json', JSON.stringify(process.argv.slice(2)));
appendFileSync(process.argv[2], '-- Seen.\\n');
`;

async function onBuilt(run: (stage: AuthoringStage, command: string) => Promise<void>): Promise<void> {
  const afterWrite = [`${process.execPath} after.mjs`];
  const files = { 'build.mjs': BUILD, 'after.mjs': AFTER, 'godwit.config.json': JSON.stringify({ afterWrite }) };
  await onStage({ revisions: [BOOKS], files }, (stage) => run(stage, `${process.execPath} build.mjs`));
}

test('what a command builds in the database that it is given becomes a revision, and the commands of afterWrite run on its files', () =>
  onBuilt(async ({ godwit, read, project }, command) => {
    const { code, stdout, stderr } = await godwit('revision', '--autogenerate', '-m', 'Lend the books', '--from', `cmd:${command}`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`Autogenerate  head → ${command}\n`);
    expect(stdout).toContain(`  ✔ ${process.execPath} after.mjs\n`);
    const current = await read('migrations/current.sql');
    expect(current).toMatch(
      /^--! Message: Lend the books\n\ncreate table public\.loans \([^;]+references public\.books[^;]+;\n-- Seen\.\n$/,
    );
    expect(await read('migrations/revert.sql')).toMatch(/drop table public\.loans;\n$/);
    const written = ['current.sql', 'revert.sql'].map((name) => join(project.folder, 'migrations', name));
    expect(JSON.parse(await read('given.json'))).toEqual(written);
    expect(await godwit('commit')).toMatchObject({ code: 0 });
    expect(await godwit('revision', '--autogenerate', '-m', 'Lend the books', '--from', `cmd:${command}`)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('nothing was written\n'),
    });
  }));

test('afterWrite runs on what a pattern begins, too', () =>
  onBuilt(async ({ godwit, read }) => {
    expect(await godwit('revision', '-m', 'Add a table of loans', '--like', 'add-table')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`✔ ${process.execPath} after.mjs\n`),
    });
    expect(await read('migrations/current.sql')).toMatch(/\n-- Seen\.\n$/);
  }));

/** Goes on when somebody connects under the name. */
const waitFor = (name: string) => `do $$
begin
  while not exists (select from pg_stat_activity where application_name = '${name}') loop
    perform pg_sleep(0.01), pg_stat_clear_snapshot();
  end loop;
end $$;
`;

onRealServer(test)('after Ctrl-C the files were written all the same, and the error said to run it again', () =>
  onStage({ revisions: [BOOKS] }, async ({ project, database, godwit, files: all }) => {
    // Head is there to be copied then: to build it is work that heeds the signal.
    expect(await godwit('upgrade')).toMatchObject({ code: 0 });
    expect(await godwit('diff')).toMatchObject({ code: 0 });
    const name = `let ${database.settings.database} go`;
    await project.write('wanted/books.sql', 'create table public.books (id int primary key, title text);\n');
    await project.write('wanted/wait.sql', waitFor(name));
    const before = await all();
    const run = startProcess(project.folder, ['revision', '--autogenerate', '-m', 'Add the title of a book', '--from', './wanted'], {
      DATABASE_URL: database.url,
    });
    const waiting = "select from pg_stat_activity where starts_with(datname, $1) and starts_with(query, 'do ') and state = 'active'";
    while ((await database.client.query(waiting, [`${database.settings.database}_`])).rows.length === 0);
    run.child.kill('SIGINT');
    await run.saysOnStderr('✖ Interrupted by Ctrl-C  GW504');
    await database.connect({ applicationName: name });
    expect(await run.ended).toEqual({ code: 130, signal: null });
    expect(run.stdout()).toBe('');
    expect(await all()).toEqual(before);
  }),
);
