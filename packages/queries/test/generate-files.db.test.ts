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

const ours = fileURLToPath(new URL('..', import.meta.url));
const environment = { GODWIT_TEST_DATABASE_URL: testServer().url };

test('our generated files are what our queries and the head of our history give', async () => {
  const files = await generateFiles({ packageFolder: ours, migrationsFolder: join(ours, '../../migrations'), environment });
  expect(files.size).toBeGreaterThan(10);
  expect(compareFiles(ours, files)).toEqual([]);
});

test('types follow the schema; a stale, a missing and an orphaned file are told apart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'godwit-generate-test-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const generate = () => generateFiles({ packageFolder: folder, migrationsFolder: join(folder, 'migrations'), environment });
  try {
    write('src/zoo/animals.sql', '/* @name AnimalsNamed */\nselect id, name, seen, kept_at from animals where name = :name!;\n');
    write(
      'migrations/committed/000001-a.sql',
      revision('create table animals (id serial primary key, name text, seen bigint not null, kept_at time not null)'),
    );
    const first = await generate();
    expect([...first.keys()].sort()).toEqual(['src/tables.gen.ts', 'src/zoo/animals.queries.ts']);
    const generated = first.get('src/zoo/animals.queries.ts') ?? '';
    expect(generated).toContain('seen: bigint;');
    expect(generated).toContain('kept_at: string;');
    expect(generated).toContain('name: string | null;');
    expect(compareFiles(folder, first).map(({ state }) => state)).toEqual(['missing', 'missing']);
    for (const [path, text] of first) write(path, text.replaceAll('\n', '\r\n'));
    expect(compareFiles(folder, first)).toEqual([]);

    write(
      'migrations/committed/000001-a.sql',
      revision('create table animals (id serial primary key, name text not null, seen int not null, kept_at time not null)'),
    );
    expect(
      compareFiles(folder, await generate())
        .map(({ path, state }) => `${path} ${state}`)
        .sort(),
    ).toEqual(['src/tables.gen.ts differs', 'src/zoo/animals.queries.ts differs']);
    write('src/zoo/gone.queries.ts', '');
    expect(compareFiles(folder, first)).toEqual([{ path: 'src/zoo/gone.queries.ts', state: 'orphan' }]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a database that is given is taken as it is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'godwit-generate-test-'));
  mkdirSync(join(folder, 'src', 'zoo'), { recursive: true });
  writeFileSync(join(folder, 'src', 'zoo', 'animals.sql'), '/* @name Animals */\nselect id from zoo.animals;\n');
  try {
    await withDatabase(async ({ client, url }) => {
      await client.query('create schema zoo; create table zoo.animals (id int primary key)');
      const files = await generateFiles({
        packageFolder: folder,
        migrationsFolder: join(folder, 'gone'),
        environment: { GODWIT_DATABASE_URL: url },
      });
      expect(files.get('src/tables.gen.ts')).toContain('ZooAnimals');
      expect(files.get('src/zoo/animals.queries.ts')).toContain('id: number;');
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('leaves no database behind, also when a query is wrong', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'godwit-generate-test-'));
  try {
    mkdirSync(join(folder, 'src/zoo'), { recursive: true });
    mkdirSync(join(folder, 'migrations/committed'), { recursive: true });
    writeFileSync(join(folder, 'src/zoo/animals.sql'), '/* @name Animals */\nselect id from animals;\n');
    writeFileSync(join(folder, 'migrations/committed/000001-a.sql'), revision('create table plants (id int)'));
    await expect(generateFiles({ packageFolder: folder, migrationsFolder: join(folder, 'migrations'), environment })).rejects.toMatchObject(
      {
        message: 'src/zoo/animals.sql:2 query Animals does not fit the schema at head: relation "animals" does not exist',
      },
    );
    const left = await withClient(testServer().settings, (client) =>
      client.query('select datname from pg_database where datname like $1', [`godwit_generate_${process.pid}_%`]),
    );
    expect(left.rows).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

function revision(body: string): string {
  return serializeRevision({ previousHash: null, hash: hashRevision(body, null), message: 'a', headers: {}, body });
}
