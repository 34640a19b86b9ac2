import type { Catalog } from '@godwit/catalog';
import { withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { seedDatabase } from '../src/seeding/index.ts';
import { catalogOf, differences, migrate, readOurHistory } from './five-systems.ts';

describe('the history of the five systems', () => {
  test('has at least twenty revisions, each with a message and a revert', async () => {
    const { revisions } = await readOurHistory();
    expect(revisions.length).toBeGreaterThanOrEqual(20);
    expect(revisions.filter(({ message, revert }) => message === null || revert?.kind !== 'sql')).toEqual([]);
  });

  test('every revision goes up, down over seed data, and up again to the same catalog', { timeout: 300_000 }, async () => {
    const history = await readOurHistory();
    await withDatabase(async (database) => {
      const catalogs: Catalog[] = [await catalogOf(database.client)];
      for (const { name } of history.revisions) {
        await migrate(database, history, 'up', name);
        catalogs.push(await catalogOf(database.client));
      }
      await seedDatabase({ client: database.client, mode: 'load', isProduction: false });
      for (let index = history.revisions.length - 1; index >= 0; index--) {
        await migrate(database, history, 'down', '-1');
        expectSame(catalogs[index], await catalogOf(database.client), `down from ${history.revisions[index]?.name}`);
      }
      for (const [index, { name }] of history.revisions.entries()) {
        await migrate(database, history, 'up', '+1');
        expectSame(catalogs[index + 1], await catalogOf(database.client), `up again to ${name}`);
      }
    });
  });
});

function expectSame(before: Catalog | undefined, after: Catalog, step: string): void {
  expect(before).toBeDefined();
  expect({ step, differences: before && differences(before, after) }).toEqual({ step, differences: [] });
}
