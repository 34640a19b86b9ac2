import { expect, test } from 'vitest';
import { relationUses } from './relation-uses.ts';

const uses = async (sql: string) =>
  ((await relationUses(sql)) ?? []).map(({ relation, columns }) => [
    relation.schema,
    relation.name,
    columns === 'all' ? 'all' : columns.toSorted().join(),
  ]);

test.each([
  ['select title from shelf.books where id = $1', [['shelf', 'books', 'id,title']]],
  [
    'select b.title as headline, u.name from shelf.books b join users u on u.id = b.owner',
    [
      ['shelf', 'books', 'owner,title'],
      [null, 'users', 'id,name'],
    ],
  ],
  [
    'select title, name from shelf.books b, users',
    [
      ['shelf', 'books', 'name,title'],
      [null, 'users', 'name,title'],
    ],
  ],
  ['select * from a', [[null, 'a', 'all']]],
  [
    'select a.*, b.c from a join b using (d)',
    [
      [null, 'a', 'all'],
      [null, 'b', 'c,d'],
    ],
  ],
  ['select a from a', [[null, 'a', 'all']]],
  ['select count(*) from a', [[null, 'a', '']]],
  ['with few as (select c from a) select c from few', [[null, 'a', 'c']]],
  [
    'select 1 from a natural join b',
    [
      [null, 'a', 'all'],
      [null, 'b', 'all'],
    ],
  ],
  ['insert into a (b, c) values ($1, $2) on conflict (b) do update set d = excluded.d', [[null, 'a', 'b,c,d']]],
  ['insert into a values ($1)', [[null, 'a', 'all']]],
  ['insert into a default values returning b', [[null, 'a', 'b']]],
  [
    'update a set b = c.d from c where a.e = c.e',
    [
      [null, 'c', 'd,e'],
      [null, 'a', 'b,e'],
    ],
  ],
  [
    'delete from a using b where a.c = b.c',
    [
      [null, 'b', 'c'],
      [null, 'a', 'c'],
    ],
  ],
  [
    'merge into a using b on a.i = b.i when matched then update set c = b.d',
    [
      [null, 'b', 'c,d,i'],
      [null, 'a', 'c,i'],
    ],
  ],
])('%s', async (sql, expected) => {
  expect((await uses(sql)).toSorted()).toEqual(expected.toSorted());
});

test('what does not parse has no uses', async () => {
  expect(await relationUses('selec 1')).toBeNull();
});
