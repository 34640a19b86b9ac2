import { withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { readLedger } from '../ledger/read-ledger.ts';
import type { Plan, Step } from '../plan/step.ts';
import { stepDown, stepUp } from '../plan/step-of.ts';
import { historyOf } from '../testing/history-of.ts';
import { actor } from '../testing/migrate.ts';
import { execute } from './execute.ts';

const history = historyOf([
  { slug: 'books', body: 'create table books (id int)', revert: 'drop table books' },
  { slug: 'index', body: '--! no-transaction\ncreate index concurrently ix on books (id)', revert: 'drop index ix' },
]);

/** Each revision up, down and up again: a plan that no target gives. */
function upDownUp(): Plan {
  const steps = history.revisions.flatMap((revision): Step[] => {
    if (revision.revert?.kind !== 'sql') throw new Error('a revert is missing');
    return [stepUp(revision), stepDown(revision, revision.revert), stepUp(revision)];
  });
  const last = history.revisions.at(-1);
  return { direction: 'up', from: null, to: last ?? null, steps, refreshes: [], unfinished: null, databaseAhead: 0 };
}

const settings = { placeholders: {}, pgSettings: {}, actor };

test('looks after each step, within its transaction when it has one', async () => {
  await withDatabase(async ({ client, connect }) => {
    const seen: unknown[] = [];
    const afterBody = async ({ direction, name }: Step) => {
      const { rows } = await client.query(`select to_regclass('books')::text as books, to_regclass('ix')::text as ix,
        (select count(*)::int from graphile_migrate.migrations) as applied`);
      seen.push([name, direction, rows[0], client.getTransactionStatus()]);
    };
    await execute({ plan: upDownUp(), client, connect, settings, afterBody });
    expect(seen).toEqual([
      ['000001-books', 'up', { books: 'books', ix: null, applied: 0 }, 'T'],
      ['000001-books', 'down', { books: null, ix: null, applied: 1 }, 'T'],
      ['000001-books', 'up', { books: 'books', ix: null, applied: 0 }, 'T'],
      ['000002-index', 'up', { books: 'books', ix: 'ix', applied: 2 }, 'I'],
      ['000002-index', 'down', { books: 'books', ix: null, applied: 2 }, 'T'],
      ['000002-index', 'up', { books: 'books', ix: 'ix', applied: 2 }, 'I'],
    ]);
  });
});

test('what it throws rolls its step back and ends the run', async () => {
  await withDatabase(async ({ client, connect }) => {
    const afterBody = async ({ direction }: Step) => {
      if (direction === 'down') throw new Error('not like this');
    };
    await expect(execute({ plan: upDownUp(), client, connect, settings, afterBody })).rejects.toThrow('not like this');
    expect((await readLedger(client)).applied.map(({ ledgerName }) => ledgerName)).toEqual(['000001.sql']);
    expect((await client.query(`select to_regclass('books')::text as books`)).rows).toEqual([{ books: 'books' }]);
  });
});
