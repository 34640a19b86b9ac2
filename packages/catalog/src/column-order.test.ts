import { expect, test } from 'vitest';
import { columnsComingBackLast, compareColumnOrder } from './column-order.ts';
import { compareCatalogs } from './index.ts';
import { catalogOf, tableOf } from './testing/small-catalog.ts';

test.each([
  [['a', 'b', 'c'], ['a', 'b', 'c'], null],
  [['a', 'b', 'c'], ['a', 'c', 'b'], ['b']],
  [
    ['a', 'b', 'c'],
    ['c', 'a', 'b'],
    ['a', 'b'],
  ],
  [
    ['a', 'b', 'c'],
    ['c', 'b', 'a'],
    ['b', 'a'],
  ],
  [
    ['a', 'b', 'c', 'd'],
    ['a', 'd', 'c', 'b'],
    ['c', 'b'],
  ],
  [['a', 'b', 'c'], ['a', 'new', 'b', 'c'], null],
  [['a', 'gone', 'b'], ['a', 'b'], null],
  [['a', 'gone', 'b'], ['b', 'new', 'a'], ['a']],
])('from %j to %j the columns that go last are %j', (before, after, moved) => {
  expect(compareColumnOrder(before, after)?.movedLast ?? null).toEqual(moved);
});

test('one difference of the table, however many columns have another place', () => {
  expect(compareCatalogs(catalogOf(tableOf('t', ['a', 'b', 'c', 'd'])), catalogOf(tableOf('t', ['a', 'd', 'c', 'b'])))).toMatchObject([
    {
      kind: 'changed',
      object: 'table public.t',
      changes: [{ property: 'columns', before: ['a', 'b', 'c', 'd'], after: ['a', 'd', 'c', 'b'] }],
    },
  ]);
});

const before = catalogOf(tableOf('t', ['a', 'b', 'c']));

test('a proof can tell that only a dropped column comes back last', () => {
  const differences = compareCatalogs(before, catalogOf(tableOf('t', ['a', 'c', 'b'])));
  expect(columnsComingBackLast(differences, catalogOf(tableOf('t', ['a', 'c'])))).toEqual(['column public.t.b']);
});

test.each([
  ['the column was there all the time', catalogOf(tableOf('t', ['a', 'c', 'b'])), catalogOf(tableOf('t', ['a', 'b', 'c']))],
  ['another column than the dropped one moved', catalogOf(tableOf('t', ['b', 'c', 'a'])), catalogOf(tableOf('t', ['a', 'b']))],
  ['the table was dropped and made otherwise', catalogOf(tableOf('t', ['a', 'c', 'b'])), catalogOf()],
  ['something else differs', catalogOf(tableOf('t', ['a', 'c', 'b'], { comment: 'x' })), catalogOf(tableOf('t', ['a', 'c']))],
  ['nothing differs', before, before],
])('not when %s', (_, after, between) => {
  expect(columnsComingBackLast(compareCatalogs(before, after), between)).toBeNull();
});
