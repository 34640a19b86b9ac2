import { ensureLedger } from '@godwit/migrator';
import { withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { readWalkedTable } from '../key/walked-table.ts';
import { type BackfillFiles, withBackfill } from '../testing/backfill-folder.ts';
import { findWrongKeys } from './find-wrong.ts';

/** A literal that looks like a parameter is none. */
const PAIRS: BackfillFiles = {
  'index.mjs': "{ about: 'each pair is loud', table: 'pair', key: ['a', 'b'] }",
  'work.sql': `/* @name Work */
update pair set loud = upper(b) where (a, b) >= (:from_a, :from_b) and (a, b) <= (:to_a, :to_b);
`,
  'remaining.sql': '/* @name Remaining */\nselect a, b from pair where loud is null limit :n;\n',
  'verify.sql': `/* @name Verify */
select a, b, upper(b) as expected, loud as actual from pair
where (a, b) >= (:from_a!, :from_b!) and (a, b) <= (:to_a!, :to_b!) and loud is distinct from upper(b) and b <> '$1';
`,
};

test('single keys are verified at once, also of several columns; what remains is not wrong', () =>
  withDatabase(({ client }) =>
    withBackfill(PAIRS, async (backfill) => {
      await ensureLedger(client);
      await client.query(`
        create table pair (a int, b text, loud text, primary key (a, b));
        insert into pair values (1, 'it''s', 'IT''S'), (1, 'x', 'x'), (2, 'y', null), (3, 'z', 'Z'), (4, 'w', 'wrong, and not asked for'), (5, '$1', 'no')`);
      const table = await readWalkedTable(client, { backfill: 'rates', table: 'pair', key: null });
      const asked = [
        ['1', "it's"],
        ['1', 'x'],
        ['2', 'y'],
        ['3', 'z'],
        ['5', '$1'],
        ['6', 'gone'],
      ];
      expect(await findWrongKeys(client, { backfill, table }, asked, 0n)).toEqual({
        count: 1,
        rows: [{ key: ['1', 'x'], expected: 'X', actual: 'x' }],
      });
    }),
  ));
