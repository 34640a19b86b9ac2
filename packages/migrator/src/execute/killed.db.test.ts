import { fork } from 'node:child_process';
import { extractCatalog } from '@godwit/catalog';
import { onRealServer, type TestDatabase, withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { readLedger } from '../ledger/read-ledger.ts';
import { crashHistory } from '../testing/crash-history.ts';
import { killAt, type Moment } from '../testing/kill-at.ts';
import { upgrade } from '../testing/migrate.ts';

const RANDOM_MOMENTS = 12;

onRealServer(describe)('SIGKILL', () => {
  test(
    'at any moment of an upgrade: the next one ends at head with the right catalog, and nothing was done twice',
    { timeout: 300_000 },
    () =>
      withDatabase(async (expected) => {
        await upgrade(expected, crashHistory);
        const right = await pictureOf(expected);
        const ends: number[] = [];
        // Every message to the server, in turn before it is sent and as it is.
        for (let message = 1, end: number | null = 0; end !== null; message++) {
          end = await killed(right, { message, sent: message % 2 === 0 });
          if (end !== null) ends.push(end);
        }
        for (let moment = 0; moment < RANDOM_MOMENTS; moment++) await killed(right, { afterMs: Math.random() * 120 });
        expect(ends.length).toBeGreaterThan(20);
        // Not after each: a revision's end and the next one's body go together, and then it is up to the server where it stands.
        expect(new Set(ends).size).toBeGreaterThan(crashHistory.revisions.length / 2);
      }),
  );
});

/** @returns how many revisions were applied when it was killed; null when it was done before */
async function killed(right: unknown, moment: Moment): Promise<number | null> {
  return await withDatabase(async (database) => {
    const child = fork(new URL('../testing/upgrade-process.ts', import.meta.url), [database.url], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const killedInTime = await killAt(child, moment);
    const { applied } = await readLedger(database.client);
    await upgrade(database, crashHistory);
    expect(await pictureOf(database), JSON.stringify(moment)).toEqual(right);
    return killedInTime ? applied.length : null;
  });
}

async function pictureOf({ client }: TestDatabase): Promise<unknown> {
  const { applied, unfinished } = await readLedger(client);
  const catalog = await extractCatalog(client);
  const rows = await client.query('select n from log order by n');
  const invalid = await client.query('select indexrelid::regclass::text as index from pg_index where not indisvalid');
  const events = await client.query(
    "select revision_name from godwit.event where action in ('up', 'repair') and outcome = 'ok' group by 1 order by 1",
  );
  return {
    catalog,
    unfinished,
    applied: applied.map(({ hash, details }) => [hash, details?.name]),
    rows: rows.rows,
    invalid: invalid.rows,
    events: events.rows,
  };
}
