import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from 'vitest';
import { ProjectUnreadable } from '../errors.ts';
import { findProject } from './find-project.ts';

const test = base.extend<{ $test: { folder: string } }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads what a fixture needs from this pattern
  folder: async ({}, use) => {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'godwit-testing-')));
    await use(folder);
    await rm(folder, { recursive: true });
  },
});

test('the nearest configuration upwards says where the migrations are', async ({ folder }) => {
  const inside = join(folder, 'packages/app/test');
  await mkdir(inside, { recursive: true });
  await writeFile(join(folder, 'godwit.config.json'), '{ "migrations": "db", "searchPath": ["app", "public"], "embedded": true }');
  expect(findProject(inside)).toMatchObject({ root: folder, migrations: join(folder, 'db'), searchPath: 'app, public' });
});

test('without one the folder itself is the project, and .gmrc may name the migrations', async ({ folder }) => {
  expect(findProject(folder)).toMatchObject({ root: folder, migrations: join(folder, 'migrations') });
  await writeFile(join(folder, '.gmrc'), '{ "migrationsFolder": "sql" }');
  expect(findProject(folder).migrations).toBe(join(folder, 'sql'));
});

test.for(['{', '{ "migrations": 7 }', '7'])('%s is an error that names the file', async (text, { folder }) => {
  await writeFile(join(folder, 'godwit.config.json'), text);
  expect(() => findProject(folder)).toThrow(ProjectUnreadable);
});
