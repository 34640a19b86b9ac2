import { quoteIdentifier } from '@godwit/postgres';
import { runChecks } from '@godwit/verify';
import { describe, expect } from 'vitest';
import { mutations } from '../src/mutations/index.ts';
import { affordable, failuresAfter, failuresOf, SETTINGS, test } from './try-mutations.ts';

const systems = Object.keys(mutations);

describe('no false alarm', () => {
  test('a database at head with its seeds passes every check', async ({ head: { database, checks } }) => {
    const results = await runChecks({ checks, client: database.client, connect: database.connect, settings: SETTINGS });
    expect(results.filter(({ outcome }) => outcome.state !== 'passed')).toEqual([]);
    expect(new Set(results.map(({ check }) => check.file.system))).toEqual(new Set(systems));
  });

  test('a database that others use, where nothing is written, passes those that read', async ({ head: { database, checks } }) => {
    const settings = { ...SETTINGS, writes: false };
    const results = await runChecks({ checks, client: database.client, connect: database.connect, settings });
    expect(failuresOf(results)).toEqual([]);
    expect(results.filter(({ outcome }) => outcome.state === 'passed').length).toBeGreaterThan(80);
  });

  test.for(systems)('what becomes of %s is no matter of the others', async (system, { head }) => {
    const others = head.checks.filter(({ file }) => file.system !== system);
    expect(await failuresAfter(`drop schema ${quoteIdentifier(system)} cascade`, head, affordable(others))).toEqual([]);
  });
});
