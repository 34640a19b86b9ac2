import { withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { historyOf } from '../testing/history-of.ts';
import { upgrade } from '../testing/migrate.ts';

test.each([
  ["select 'abc", 'quoted string'],
  ['select 1 /* abc', '/* comment'],
  ['do $a$ abc', 'dollar-quoted string'],
])('%s: the error shows nothing but the text of the author', (sql, what) =>
  withDatabase(async (database) => {
    const failure = await upgrade(database, historyOf([{ slug: 'a', body: `create table t (); ${sql}` }])).catch((error: unknown) => error);
    expect(failure).toMatchObject({ message: expect.stringMatching(/abc"$/) });
    expect(failure).toMatchObject({ message: expect.stringContaining(`unterminated ${what}`) });
    expect((await database.client.query("select to_regclass('t') as t")).rows).toEqual([{ t: null }]);
  }),
);
