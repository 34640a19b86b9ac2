import { extractCatalog } from '@godwit/catalog';
import { readHistory } from '@godwit/history';
import { onRealServer, type TestDatabase, withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { ledgerSchemaSql } from '../ledger/ledger-schema.ts';
import { readLedger } from '../ledger/read-ledger.ts';
import { graphile } from '../testing/graphile.ts';
import { historyOf, type TestHistory } from '../testing/history-of.ts';
import { downgrade, upgrade } from '../testing/migrate.ts';
import { withFolder } from '../testing/write-folder.ts';

const history = historyOf([
  { slug: 'books', body: 'create table books (title text)', message: 'Create books', revert: 'drop table books' },
  { slug: 'owner', body: "comment on table books is ':DATABASE_NAME of :OWNER'", revert: 'comment on table books is null' },
  {
    slug: 'index',
    body: '--! no-transaction\ncreate index concurrently books_title on books (title)',
    revert: '--! no-transaction\ndrop index concurrently books_title',
  },
  { slug: 'year', body: 'alter table books add year int', revert: 'alter table books drop year' },
]);

const first = (count: number): TestHistory => historyOf([], history.revisions.slice(0, count));

const godwit = (database: TestDatabase, of: TestHistory, target = 'head') =>
  upgrade(database, of, target, { settings: { placeholders: { ':OWNER': 'ada', ':DATABASE_NAME': database.settings.database } } });

const rows = async ({ client }: TestDatabase) =>
  (await client.query('select hash, previous_hash, filename from graphile_migrate.migrations order by filename')).rows;

/** But for the comment, which has the database's name in it. */
const picture = async ({ client }: TestDatabase) => {
  await client.query('comment on table books is null');
  return await extractCatalog(client);
};

describe('a database that graphile-migrate has migrated', () => {
  test('is continued by Godwit, and ends as if either had done it alone', () =>
    withDatabase((alone) =>
      withDatabase(async (shared) => {
        await graphile(alone, history);
        await graphile(shared, first(2));
        const outcome = await godwit(shared, history);
        expect(outcome.applied.map(({ step }) => step.name)).toEqual(['000003-index', '000004-year']);
        expect(await rows(shared)).toEqual(await rows(alone));
        expect(await picture(shared)).toEqual(await picture(alone));
        const { applied } = await readLedger(shared.client);
        expect(applied.map(({ details }) => [details?.name, details?.appliedBy ?? null, details?.revert?.kind])).toEqual([
          ['000001-books', null, 'sql'],
          ['000002-owner', null, 'sql'],
          ['000003-index', shared.settings.user, 'sql'],
          ['000004-year', shared.settings.user, 'sql'],
        ]);
      }),
    ));

  test('goes back by the reverts on disk, and forward again by graphile-migrate', () =>
    withDatabase(async (database) => {
      await graphile(database, history);
      await downgrade(database, history, '1');
      expect(await rows(database)).toHaveLength(1);
      await graphile(database, history);
      expect(await rows(database)).toEqual(
        history.revisions.map(({ hash, previousHash, ledgerName }) => ({ hash, previous_hash: previousHash, filename: ledgerName })),
      );
    }));
});

test('a database that Godwit has migrated is continued by graphile-migrate, and by Godwit again', () =>
  withDatabase(async (database) => {
    await godwit(database, history, '1');
    await graphile(database, first(3));
    expect(await rows(database)).toHaveLength(3);
    await godwit(database, history);
    await graphile(database, history);
    expect((await readLedger(database.client)).applied.map(({ details }) => details?.name)).toEqual(
      history.revisions.map(({ name }) => name),
    );
    const { rows: comment } = await database.client.query("select obj_description('books'::regclass) as text");
    expect(comment).toEqual([{ text: `${database.settings.database} of ada` }]);
  }));

test('the folder that graphile-migrate reads is the one that Godwit reads', () =>
  withFolder(history, async (folder) => {
    const read = await readHistory(folder);
    expect(read.problems).toEqual([]);
    expect(read.revisions.map(({ hash, body }) => [hash, body])).toEqual(history.revisions.map(({ hash, body }) => [hash, body]));
  }));

test("graphile-migrate's beforeAllMigrations may create the ledger of both", () =>
  withDatabase(async (database) => {
    await database.client.query(ledgerSchemaSql());
    await graphile(database, first(1));
    const { version, applied } = await readLedger(database.client);
    expect([version?.major, applied.length]).toEqual([1, 1]);
    // Its uncommit deletes the row: nothing of ours is in the way.
    await database.client.query('delete from graphile_migrate.migrations');
    expect((await readLedger(database.client)).applied).toEqual([]);
  }));

onRealServer(test)('both at once: graphile-migrate gives way or waits, and each revision is applied once', () =>
  withDatabase(async (database) => {
    const [theirs, ours] = await Promise.allSettled([graphile(database, history), godwit(database, history)]);
    expect(ours.status).toBe('fulfilled');
    if (theirs.status === 'rejected') expect(String(theirs.reason)).toMatch(/exclusive lock|duplicate key|already exists/);
    expect(await rows(database)).toHaveLength(4);
  }),
);
