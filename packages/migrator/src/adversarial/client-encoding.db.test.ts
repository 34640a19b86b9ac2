import { withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { BodyRefused } from '../execute/execution-errors.ts';
import { historyOf } from '../testing/history-of.ts';
import { downgrade, upgrade } from '../testing/migrate.ts';

test.each([["set client_encoding to 'LATIN1'"], ["set names 'latin1'"], ['SET LOCAL Client_Encoding = sql_ascii']])(
  '%s is refused: other characters would be stored than were written',
  (statement) =>
    withDatabase(async (database) => {
      const failure = await upgrade(database, historyOf([{ slug: 'a', body: `${statement}; create table t ()` }])).catch(
        (error: unknown) => error,
      );
      expect(failure).toBeInstanceOf(BodyRefused);
    }),
);

test('an encoding that a body sets unseen does not reach the revert in the ledger', () =>
  withDatabase(async (database) => {
    const revert = "create table undone as select 'é€😀'::text as word\n";
    const history = historyOf([
      { slug: 'a', message: 'café', body: "set client_encoding to 'utf-8'; select set_config('client_encoding', 'LATIN1', false)", revert },
    ]);
    await upgrade(database, history);
    const { rows } = await database.client.query('select message, revert_body from godwit.revision');
    expect(rows).toEqual([{ message: 'café', revert_body: revert }]);
    await downgrade(database, { revisions: [], heads: [] });
    expect((await database.client.query('select word from undone')).rows).toEqual([{ word: 'é€😀' }]);
  }));
