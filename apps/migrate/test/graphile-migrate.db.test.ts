import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { catalogOf, differences, MIGRATIONS, migrate, readOurHistory } from './five-systems.ts';

const GRAPHILE_MIGRATE = createRequire(import.meta.url).resolve('graphile-migrate/dist/cli.js');

/** The revision at which one tool hands over to the other. */
const HALF = 20;

describe('beside graphile-migrate 1.4.1', () => {
  test('a database that it migrated half way is continued by us, and reverted to base', { timeout: 120_000 }, async () => {
    const history = await readOurHistory();
    const expected = await withDatabase(async (database) => {
      await migrate(database, history, 'up', 'head');
      return catalogOf(database.client);
    });
    await withDatabase(async (database) => {
      await withFirstRevisions(HALF, (folder) => runGraphileMigrate(database, folder));
      await migrate(database, history, 'up', 'head');
      expect(differences(expected, await catalogOf(database.client))).toEqual([]);
      await migrate(database, history, 'down', 'base');
      expect(await countApplied(database)).toBe(0);
    });
  });

  test('a database that we migrated half way is continued by it', { timeout: 120_000 }, async () => {
    const history = await readOurHistory();
    await withDatabase(async (database) => {
      await migrate(database, history, 'up', String(HALF));
      await runGraphileMigrate(database, MIGRATIONS);
      expect(await countApplied(database)).toBe(history.revisions.length);
      await migrate(database, history, 'down', String(HALF));
      await runGraphileMigrate(database, MIGRATIONS);
      const continued = await catalogOf(database.client);
      await withDatabase(async (fresh) => {
        await migrate(fresh, history, 'up', 'head');
        expect(differences(await catalogOf(fresh.client), continued)).toEqual([]);
      });
    });
  });
});

/** Its own command line, as a process of its own: its pool would outlive the database of a test. */
async function runGraphileMigrate(database: TestDatabase, migrationsFolder: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'godwit-gmrc-'));
  try {
    const config = join(folder, '.gmrc');
    const { url: connectionString } = database;
    await writeFile(
      config,
      JSON.stringify({ connectionString, migrationsFolder, beforeAllMigrations: [{ _: 'sql', file: 'godwit.sql' }] }),
    );
    const { status, stdout, stderr } = spawnSync(process.execPath, [GRAPHILE_MIGRATE, 'migrate', '--config', config], { encoding: 'utf8' });
    expect({ status, output: status === 0 ? '' : stdout + stderr }).toEqual({ status: 0, output: '' });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function countApplied({ client }: TestDatabase): Promise<number> {
  const { rows } = await client.query('select count(*)::int as applied from graphile_migrate.migrations');
  return rows[0].applied;
}

/** Our migrations folder as it was when it had so many revisions. */
async function withFirstRevisions(number: number, run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'godwit-half-'));
  try {
    await cp(MIGRATIONS, folder, { recursive: true, filter: (path) => !path.includes('node_modules') });
    const committed = (await readdir(join(folder, 'committed'))).toSorted();
    for (const file of committed.slice(number)) await rm(join(folder, 'committed', file), { force: true });
    await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
