import type { Client } from '@godwit/postgres';
import type { BackfillFiles } from './backfill-folder.ts';

/**
 * Ratings of one to five stars, to be spread over seven dimensions. `hits` counts how often a row was done: in the end it is 1, however
 * the run went. A row of -1 stars cannot be done.
 */
export async function createRates(client: Client, rows: number): Promise<void> {
  await client.query('create table rate (id int primary key, stars int not null, dims int[], hits int not null default 0)');
  await client.query('insert into rate (id, stars) select n, 1 + n % 5 from generate_series(1, $1::int) as n', [rows]);
  await client.query('analyze rate');
}

export const RATES: BackfillFiles = {
  'index.mjs': "{ about: 'seven dimensions for each rating', table: 'rate', settings: { firstRows: 100 } }",
  'work.sql': `/* @name Work */
update rate set dims = array_fill(stars, array[7]), hits = hits + 1, stars = stars / (case when stars < 0 then 0 else 1 end)
where id between :from and :to and dims is null;
`,
  'remaining.sql': '/* @name Remaining */\nselect id from rate where dims is null limit :n;\n',
  'verify.sql': `/* @name Verify */
select id, array_fill(stars, array[7]) as expected, dims as actual from rate
where id between :from and :to and dims is distinct from array_fill(stars, array[7]);
`,
};

/** With work that mends what is wrong, as verification wants it. */
export const MENDING_RATES: BackfillFiles = {
  ...RATES,
  'work.sql': `/* @name Work */
update rate set dims = array_fill(stars, array[7]), hits = hits + 1
where id between :from and :to and dims is distinct from array_fill(stars, array[7]);
`,
};
