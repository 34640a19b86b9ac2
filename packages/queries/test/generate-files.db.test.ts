import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashRevision, serializeRevision } from '@godwit/history';
import { withClient } from '@godwit/postgres';
import { testServer, withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { compareFiles } from '../tools/compare-files.ts';
import { generateFiles } from '../tools/generate-files.ts';

const ours = fileURLToPath(new URL('../../..', import.meta.url));
const environment = { GODWIT_TEST_DATABASE_URL: testServer().url };

test('our generated files are what our queries, our backfills and our history give', { timeout: 120_000 }, async () => {
  const files = await generateFiles({ root: ours, environment });
  expect(files.size).toBeGreaterThan(30);
  expect(compareFiles(ours, files)).toEqual([]);
});

type Write = (path: string, text: string) => void;

/** A folder that is laid out as ours, and gone afterwards. */
async function withRepository(run: (root: string, write: Write) => Promise<void>): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'godwit-generate-test-'));
  const write: Write = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  mkdirSync(join(root, 'packages/queries/src'), { recursive: true });
  try {
    await run(root, write);
  } finally {
    rmSync(root, { recursive: true });
  }
}

test('types follow the schema; a stale, a missing and an orphaned file are told apart', () =>
  withRepository(async (root, write) => {
    const generate = () => generateFiles({ root, environment });
    write(
      'packages/queries/src/zoo/animals.sql',
      '/* @name AnimalsNamed */\nselect id, name, seen, kept_at from animals where name = :name!;\n',
    );
    write(
      'migrations/committed/000001-a.sql',
      revision('create table animals (id serial primary key, name text, seen bigint not null, kept_at time not null)'),
    );
    const first = await generate();
    expect([...first.keys()].sort()).toEqual(['packages/queries/src/tables.gen.ts', 'packages/queries/src/zoo/animals.queries.ts']);
    const generated = first.get('packages/queries/src/zoo/animals.queries.ts') ?? '';
    expect(generated).toContain('queries found in "src/zoo/animals.sql"');
    expect(generated).toContain('seen: bigint;');
    expect(generated).toContain('kept_at: string;');
    expect(generated).toContain('name: string | null;');
    expect(compareFiles(root, first).map(({ state }) => state)).toEqual(['missing', 'missing']);
    for (const [path, text] of first) write(path, text.replaceAll('\n', '\r\n'));
    expect(compareFiles(root, first)).toEqual([]);

    write(
      'migrations/committed/000001-a.sql',
      revision('create table animals (id serial primary key, name text not null, seen int not null, kept_at time not null)'),
    );
    expect(stale(root, await generate())).toEqual([
      'packages/queries/src/tables.gen.ts differs',
      'packages/queries/src/zoo/animals.queries.ts differs',
    ]);
    write('packages/queries/src/zoo/gone.queries.ts', '');
    write('apps/backfill/backfills/gone/work.queries.ts', '');
    expect(stale(root, first)).toEqual([
      'apps/backfill/backfills/gone/work.queries.ts orphan',
      'packages/queries/src/zoo/gone.queries.ts orphan',
    ]);
  }));

/** The first revision makes the table of animals, the second one takes their old name away, the third one makes their number longer. */
function writeZoo(write: Write): void {
  const bodies = [
    'create table animals (id int primary key, old_name text not null, name text)',
    'alter table animals drop column old_name',
    'alter table animals alter column id type bigint',
  ];
  let previous: string | null = null;
  for (const [index, body] of bodies.entries()) {
    write(`migrations/committed/00000${index + 1}-${'abc'.charAt(index)}.sql`, revision(body, previous));
    previous = hashRevision(body, previous);
  }
}

/** A backfill of the table of animals. */
function writeBackfill(write: Write, name: string, definition: string, files: Readonly<Record<string, string>>): void {
  const folder = `apps/backfill/backfills/${name}`;
  write(`${folder}/index.mjs`, `export default { about: 'a test', table: 'public.animals', ${definition} };\n`);
  write(`${folder}/remaining.sql`, '/* @name Remaining */\nselect id from animals where name is null limit :n!;\n');
  for (const [file, text] of Object.entries(files)) write(`${folder}/${file}`, text);
}

const RENAMED = '/* @name Work */\nupdate animals set name = old_name where id between :from! and :to! returning id, old_name;\n';

test('a backfill is typed against head, or as the schema was before its `until`; its file can be stale', () =>
  withRepository(async (root, write) => {
    writeZoo(write);
    writeBackfill(write, 'renamed', "until: 'b'", { 'work.sql': RENAMED });
    writeBackfill(write, 'shouted', '', {
      'work.sql': '/* @name Work */\nupdate animals set name = upper(name) where id between :from! and :to! returning id, name;\n',
    });
    const files = await generateFiles({ root, environment });
    const work = files.get('apps/backfill/backfills/renamed/work.queries.ts') ?? '';
    expect(work).toContain('queries found in "backfills/renamed/work.sql"');
    expect(work).toContain('old_name: string;');
    expect(work).toContain('from: number;');
    expect(work, 'the engine runs the statement itself').not.toContain('PreparedQuery');
    const shouted = files.get('apps/backfill/backfills/shouted/work.queries.ts') ?? '';
    expect(shouted).toContain("import type { BigIntParameter } from '@godwit/queries/values';");
    expect(shouted).toContain('from: BigIntParameter;');
    expect(shouted).toContain('id: bigint;');
    expect([...files.keys()].filter((path) => path.includes('renamed'))).toHaveLength(2);

    for (const [path, text] of files) write(path, text);
    expect(stale(root, files)).toEqual([]);
    write('apps/backfill/backfills/renamed/work.queries.ts', work.replace('string', 'number'));
    rmSync(join(root, 'apps/backfill/backfills/shouted/work.queries.ts'));
    expect(stale(root, files)).toEqual([
      'apps/backfill/backfills/renamed/work.queries.ts differs',
      'apps/backfill/backfills/shouted/work.queries.ts missing',
    ]);
  }));

test('what a backfill stages is there for its statements, with or without a WITH of their own, and for nobody else', () =>
  withRepository(async (root, write) => {
    writeZoo(write);
    const stage = `async (client) => {
      await client.query('create temporary table given (id bigint not null, "Name" varchar(20)) on commit drop');
    }`;
    const mapped = `mode: 'rows', map: (rows) => rows, stage: ${stage}`;
    const read = '/* @name Read */\nselect id, name as "name!" from animals where id between :from! and :to!;\n';
    writeBackfill(write, 'staged', mapped, {
      'read.sql': read,
      'work.sql':
        '/* Why. */\n/* @name Work */\nupdate animals set name = g."Name" from pg_temp.given as g where g.id = animals.id returning g.*;\n',
    });
    writeBackfill(write, 'with', mapped, {
      'read.sql': read,
      'work.sql': `/* @name Work */
with recursive one as (select "Name" from pg_temp.given), two as (select 1 as n union all select n + 1 from two where n < 2)
insert into animals (id, name) select n, "Name" from one, two returning name;
`,
    });
    const files = await generateFiles({ root, environment });
    expect(files.get('apps/backfill/backfills/staged/work.queries.ts')).toMatch(
      /interface IWorkResult \{\s+id: bigint \| null;\s+Name: string \| null;/,
    );
    expect(files.get('apps/backfill/backfills/staged/read.queries.ts')).toContain('name: string;');
    expect(files.get('apps/backfill/backfills/with/work.queries.ts')).toMatch(/interface IWorkResult \{\s+name: string \| null;/);
    writeBackfill(write, 'strange', '', { 'work.sql': '/* @name Work */\nselect id from pg_temp.given where id between :from and :to;\n' });
    await expect(generateFiles({ root, environment })).rejects.toMatchObject({
      code: 'GW391',
      query: 'Work',
      frame: { line: 2, column: 16 },
    });
  }));

test('a statement that does not prepare is named, with the schema that it does not fit', () =>
  withRepository(async (root, write) => {
    writeZoo(write);
    writeBackfill(write, 'renamed', '', { 'work.sql': RENAMED });
    await expect(generateFiles({ root, shownAs: '../zoo', environment })).rejects.toMatchObject({
      code: 'GW391',
      message:
        '../zoo/apps/backfill/backfills/renamed/work.sql:2 query Work does not fit the schema at head: column "old_name" does not exist',
      frame: { line: 2, column: 'update animals set name = old_name where id between :from! and :to! returning id, '.length + 1 },
      help: expect.stringContaining('`until`'),
    });
    rmSync(join(root, 'apps'), { recursive: true });
    writeBackfill(write, 'renamed-late', "until: '3'", { 'work.sql': RENAMED });
    await expect(generateFiles({ root, environment })).rejects.toMatchObject({
      message: expect.stringContaining('does not fit the schema before 000003-c: column "old_name" does not exist'),
    });
    const left = await withClient(testServer().settings, (client) =>
      client.query('select datname from pg_database where datname like $1', [`godwit_generate_${process.pid}_%`]),
    );
    expect(left.rows, 'no database is left behind').toEqual([]);
  }));

test('a database that is given is taken as it is, and files of backfills with `until` stay as they are', () =>
  withRepository(async (root, write) => {
    write('packages/queries/src/zoo/animals.sql', '/* @name Animals */\nselect id from animals;\n');
    writeBackfill(write, 'shouted', '', {
      'work.sql': '/* @name Work */\nupdate animals set name = upper(name) where id between :from! and :to!;\n',
    });
    writeBackfill(write, 'renamed', "until: 'b'", { 'work.sql': RENAMED });
    write('apps/backfill/backfills/renamed/work.queries.ts', '/* as it is */\r\n');
    await withDatabase(async ({ client, url }) => {
      await client.query('create table animals (id int primary key, name text)');
      const files = await generateFiles({ root, environment: { GODWIT_DATABASE_URL: url } });
      expect(files.get('packages/queries/src/tables.gen.ts')).toContain('PublicAnimals');
      expect(files.get('packages/queries/src/zoo/animals.queries.ts')).toContain('id: number;');
      expect(files.get('apps/backfill/backfills/shouted/work.queries.ts')).toContain('from: number;');
      for (const [path, text] of files) if (!path.includes('renamed')) write(path, text);
      expect(stale(root, files)).toEqual([]);
      write('apps/backfill/backfills/shouted/work.queries.ts', '');
      expect(stale(root, files)).toEqual(['apps/backfill/backfills/shouted/work.queries.ts differs']);
    });
  }));

function stale(root: string, files: ReadonlyMap<string, string>): readonly string[] {
  return compareFiles(root, files)
    .map(({ path, state }) => `${path} ${state}`)
    .sort();
}

function revision(body: string, previousHash: string | null = null): string {
  return serializeRevision({ previousHash, hash: hashRevision(body, previousHash), message: 'a', headers: {}, body });
}
