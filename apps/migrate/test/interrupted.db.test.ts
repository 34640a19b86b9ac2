import { onRealServer, withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { catalogOf, differences, ledgerOf, migrate, readOurHistory, startMigrate } from './five-systems.ts';

/** Where an upgrade is killed: when the line of this revision has been printed, and so the next one is under way. */
const MOMENTS = [1, 2, 3, 4, 6, 8, 10, 12, 13, 15, 17, 18, 19, 20, 21, 22, 24, 25, 27, 29, 31, 32, 33, 36, 37];

/** Each is upgraded, killed, upgraded further, and killed again: at every so many of these moments. */
const DATABASES = 5;

/** The number of the revision whose line was printed last; 0 before the first. */
function lastDone(output: string): number {
  return Math.max(0, ...[...output.matchAll(/✔ (\d{6})/g)].map(([, digits]) => Number(digits)));
}

describe('an upgrade of the five systems', () => {
  onRealServer(test)('killed at any moment, again and again, ends at head with the right catalog', { timeout: 600_000 }, async () => {
    const history = await readOurHistory();
    const expected = await withDatabase(async (database) => {
      await migrate(database, history, 'up', 'head');
      return { catalog: await catalogOf(database.client), ledger: await ledgerOf(database.client) };
    });
    let killed = 0;
    for (let first = 0; first < DATABASES; first++) {
      const moments = MOMENTS.filter((_, at) => at % DATABASES === first);
      await withDatabase(async (database) => {
        for (const moment of moments) {
          const upgrade = startMigrate(database.url, ['upgrade'], (output) => {
            if (lastDone(output) >= moment) upgrade.kill();
          });
          if ((await upgrade.finished).code === null) killed++;
        }
        const again = await startMigrate(database.url, ['upgrade']).finished;
        expect({ moments, code: again.code, output: again.code === 0 ? '' : again.output }).toEqual({ moments, code: 0, output: '' });
        expect({ moments, differences: differences(expected.catalog, await catalogOf(database.client)) }).toEqual({
          moments,
          differences: [],
        });
        expect(await ledgerOf(database.client)).toEqual(expected.ledger);
      });
    }
    expect(killed).toBeGreaterThanOrEqual(20);
  });

  onRealServer(test)('started eight times at once exits 0 eight times and applies each revision once', { timeout: 120_000 }, async () => {
    const history = await readOurHistory();
    await withDatabase(async (database) => {
      const runs = await Promise.all(Array.from({ length: 8 }, () => startMigrate(database.url, ['upgrade']).finished));
      expect(runs.map(({ code, output }) => (code === 0 ? '' : output))).toEqual(runs.map(() => ''));
      const { rows } = await database.client.query(
        `select revision_name, count(*)::int as times from godwit.event where action = 'up' and outcome = 'ok' group by revision_name order by revision_name`,
      );
      expect(rows).toEqual(history.revisions.map(({ name }) => ({ revision_name: name, times: 1 })));
    });
  });
});
