import { withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { StepFailed } from '../execute/execution-errors.ts';
import { readLedger } from '../ledger/read-ledger.ts';
import { historyOf } from '../testing/history-of.ts';
import { upgrade } from '../testing/migrate.ts';

test.each([
  ['an index that is not there', 'drop index concurrently tabel_a', 'index "tabel_a" does not exist'],
  [
    'a partition that is none',
    'alter table parent detach partition stranger concurrently',
    'relation "stranger" is not a partition of relation "parent"',
  ],
  ['a partition that is not there', 'alter table parent detach partition nobody concurrently', 'relation "nobody" does not exist'],
])('%s is not taken for one that is gone', (_name, statement, message) =>
  withDatabase(async (database) => {
    const history = historyOf([
      { slug: 'tables', body: 'create table parent (id int) partition by range (id); create table stranger (id int)' },
      { slug: 'alone', body: `--! no-transaction\n${statement}` },
    ]);
    const failure = await upgrade(database, history).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StepFailed);
    expect(failure).toMatchObject({ message: `000002-alone: ${message}` });
    expect((await readLedger(database.client)).applied).toHaveLength(1);
    expect((await database.client.query('select from godwit.journal')).rows).toEqual([]);
  }),
);
