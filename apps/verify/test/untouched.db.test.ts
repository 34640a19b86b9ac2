import { quoteIdentifier } from '@godwit/postgres';
import { runChecks } from '@godwit/verify';
import { describe, expect } from 'vitest';
import { mutations } from '../src/mutations/index.ts';
import { failuresOf, SETTINGS, test } from './try-mutations.ts';

const systems = Object.keys(mutations);

describe('no false alarm', () => {
  test('a database at head with its seeds passes every check', async ({ head: { database, checks } }) => {
    const results = await runChecks({ checks, client: database.client, connect: database.connect, settings: SETTINGS });
    expect(results.filter(({ outcome }) => outcome.state !== 'passed')).toEqual([]);
    expect(new Set(results.map(({ check }) => check.file.system))).toEqual(new Set(systems));
  });

  test('so does a database that others use, where nothing is written', async ({ head: { database, checks } }) => {
    const settings = { ...SETTINGS, writes: false };
    const results = await runChecks({ checks, client: database.client, connect: database.connect, settings });
    expect(failuresOf(results)).toEqual([]);
  });

  test.for(systems)('what becomes of %s is no matter of the others', async (system, { head: { database, checks } }) => {
    const { client, connect } = database;
    await client.query(`begin; drop schema ${quoteIdentifier(system)} cascade`);
    const others = checks.filter(({ file }) => file.system !== system);
    const results = await runChecks({ checks: others, client, connect, settings: SETTINGS, within: 'savepoint' });
    await client.query('rollback');
    expect(failuresOf(results)).toEqual([]);
  });
});
