import { withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { readWalkedTable } from '../key/walked-table.ts';
import { type BackfillFiles, withBackfill } from '../testing/backfill-folder.ts';
import { createRates, RATES } from '../testing/rates.ts';
import { planBackfill } from './plan-backfill.ts';

/** Writes the other table by a function, in a savepoint of its own, with a trigger that writes a third. */
const ELSEWHERE: BackfillFiles = {
  ...RATES,
  'work.sql': '/* @name Work */\nselect spread(:from::int, :to::int);\n',
};

const TABLES = `
  create table dimension (rate_id int, at int, stars int not null, seen int not null default 0, primary key (rate_id, at));
  create table note (words text);
  create function note_it() returns trigger language plpgsql as $$ begin insert into note values ('it came to ' || new.rate_id); return new; end $$;
  create trigger note_it after insert on dimension for each row when (new.at = 1) execute function note_it();
  create function spread(low int, high int) returns void language plpgsql as $$
  begin
    update dimension set seen = seen + 1 where rate_id between low and high;
    begin
      insert into dimension select id, at, stars from rate, generate_series(1, 7) as at where id between low and high on conflict do nothing;
    exception when division_by_zero then null;
    end;
  end $$`;

async function plan(files: BackfillFiles, setUp: string, rows = 200) {
  return await withDatabase(({ client }) =>
    withBackfill(files, async (backfill) => {
      await createRates(client, rows);
      await client.query(setUp);
      const table = await readWalkedTable(client, { backfill: 'rates', table: 'rate', key: null });
      const { tried } = await planBackfill({ client, backfill, table, signal: new AbortController().signal });
      const left = (await client.query('select count(*)::int as rows from rate where dims is not null')).rows;
      expect(left, 'nothing of it stays').toEqual([{ rows: 0 }]);
      return tried?.written;
    }),
  );
}

test('the plan shows rows of the walked table before and after', async () => {
  const written = await plan(RATES, 'select');
  expect(written).toMatchObject([{ name: 'public.rate', inserted: 0, updated: 100, deleted: 0, key: ['id'] }]);
  const [table] = written ?? [];
  expect(table?.rows).toHaveLength(5);
  for (const { before, after } of table?.rows ?? []) {
    expect(before).toMatchObject({ dims: null, hits: 0 });
    expect(after).toMatchObject({ dims: expect.any(Array), hits: 1 });
  }
});

test('the plan shows rows of the tables that are written instead, also by functions and triggers, and in savepoints', async () => {
  const written = await plan(ELSEWHERE, `${TABLES}; insert into dimension select id, 1, 9 from rate where id <= 120`);
  expect(written?.map(({ name, inserted, key }) => ({ name, inserted: inserted > 0, key }))).toEqual([
    { name: 'public.dimension', inserted: true, key: ['rate_id', 'at'] },
    { name: 'public.note', inserted: true, key: [] },
  ]);
  const rows = written?.[0]?.rows ?? [];
  expect(rows.length).toBe(5);
  const updated = rows.filter(({ before }) => before !== null);
  for (const { before, after } of updated) {
    expect(before).toMatchObject({ stars: 9, seen: 0 });
    expect(after).toMatchObject({ stars: 9, seen: 1 });
  }
  expect(written?.[1]?.rows[0]).toMatchObject({ before: null, after: { words: expect.stringMatching(/^it came to \d+$/) } });
});

test('a batch that has nothing to do has written nothing', async () => {
  expect(await plan({ ...RATES, 'work.sql': '/* @name Work */\nselect from rate where id between :from and :to;\n' }, 'select')).toEqual(
    [],
  );
});
