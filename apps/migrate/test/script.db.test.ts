import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { seedDatabase } from '../src/seeding/index.ts';
import { catalogOf, differences, ledgerOf, migrate, readOurHistory, startMigrate } from './five-systems.ts';

const hasPsql = spawnSync('psql', ['--version']).status === 0;

describe.skipIf(!hasPsql)('a script for psql', () => {
  test('of upgrade leaves what upgrade leaves', { timeout: 120_000 }, async () => {
    const history = await readOurHistory();
    await withDatabase(async (scripted) => {
      const script = await scriptOf(scripted, ['upgrade', 'head', '--sql']);
      await runPsql(scripted, script);
      const ledger = await ledgerOf(scripted.client);
      await withDatabase(async (executed) => {
        await migrate(executed, history, 'up', 'head');
        expect(differences(await catalogOf(executed.client), await catalogOf(scripted.client))).toEqual([]);
        expect(ledger).toEqual(await ledgerOf(executed.client));
      });
      const again = await spawnPsql(scripted, script);
      expect(again.status).not.toBe(0);
      expect(await ledgerOf(scripted.client)).toEqual(ledger);
    });
  });

  test('of a range needs no database and leaves the same', { timeout: 120_000 }, async () => {
    const history = await readOurHistory();
    await withDatabase(async (scripted) => {
      await runPsql(scripted, await scriptOf(null, ['upgrade', 'base:head', '--sql']));
      await withDatabase(async (executed) => {
        await migrate(executed, history, 'up', 'head');
        expect(differences(await catalogOf(executed.client), await catalogOf(scripted.client))).toEqual([]);
        expect(await ledgerOf(scripted.client)).toEqual(await ledgerOf(executed.client));
      });
    });
  });

  test('of downgrade over seed data leaves what downgrade leaves', { timeout: 120_000 }, async () => {
    const history = await readOurHistory();
    await withDatabase(async (scripted) => {
      await migrate(scripted, history, 'up', 'head');
      await seedDatabase({ client: scripted.client, mode: 'load', isProduction: false });
      await runPsql(scripted, await scriptOf(scripted, ['downgrade', '12', '--sql']));
      await withDatabase(async (executed) => {
        await migrate(executed, history, 'up', 'head');
        await migrate(executed, history, 'down', '12');
        expect(differences(await catalogOf(executed.client), await catalogOf(scripted.client))).toEqual([]);
        expect(await ledgerOf(scripted.client)).toEqual(await ledgerOf(executed.client));
      });
    });
  });
});

async function scriptOf(database: TestDatabase | null, argv: readonly string[]): Promise<string> {
  const { code, stdout, output } = await startMigrate(database?.url ?? 'postgres://127.0.0.1:1/nowhere', argv).finished;
  expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
  return stdout;
}

async function runPsql(database: TestDatabase, script: string): Promise<void> {
  const { status, stderr } = await spawnPsql(database, script);
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
}

async function spawnPsql(database: TestDatabase, script: string): Promise<{ status: number | null; stderr: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'godwit-script-'));
  try {
    const file = join(folder, 'script.sql');
    await writeFile(file, script);
    return spawnSync('psql', ['--no-psqlrc', '-q', database.url, '-f', file], { encoding: 'utf8' });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
