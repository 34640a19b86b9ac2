import { expect, test } from 'vitest';
import { type Catalog, compareCatalogs, describeDifference, narrowCatalog } from './index.ts';
import { catalogOf, columnOf, tableOf } from './testing/small-catalog.ts';

const words = (before: Catalog, after: Catalog) => compareCatalogs(before, after).flatMap(describeDifference);

test('a missing table is one difference, with its columns as parts and the objects on both sides', () => {
  const table = tableOf('t', ['a', 'b']);
  expect(compareCatalogs(catalogOf(table), catalogOf())).toEqual([
    {
      kind: 'removed',
      object: 'table public.t',
      changes: [],
      parts: ['column public.t.a', 'column public.t.b'],
      before: table[0],
      after: null,
    },
  ]);
  expect(words(catalogOf(), catalogOf(table))).toEqual(['table public.t is new (with 2 columns)']);
});

test('differences come in the order of the tables, each with what belongs to it', () => {
  const before = catalogOf(tableOf('a', ['x']), tableOf('b', ['x']), tableOf('c', ['x']));
  const after = catalogOf(
    tableOf('a', ['x'], { comment: 'A' }),
    [tableOf('b', ['x'])[0] ?? [], columnOf('b', 'x', { type: 'bigint' })].flat(),
    tableOf('d', []),
  );
  expect(words(before, after)).toEqual([
    'comment on table public.a is new: A',
    'column public.b.x: type integer → bigint',
    'table public.c is missing (with 1 column)',
    'table public.d is new',
  ]);
});

test('the same change in a partition is a part of the parent’s; another one is a difference of its own', () => {
  const copy = { within: ['table public.p1', 'column public.p.x'] };
  const catalog = (parent: string, child: string) =>
    catalogOf(tableOf('p', []), tableOf('p1', []), columnOf('p', 'x', { type: parent }), {
      ...columnOf('p1', 'x', { type: child }),
      ...copy,
    });
  expect(words(catalog('integer', 'integer'), catalog('bigint', 'bigint'))).toEqual([
    'column public.p.x: type integer → bigint (likewise 1 below it)',
  ]);
  expect(words(catalog('integer', 'integer'), catalog('bigint', 'text'))).toEqual([
    'column public.p.x: type integer → bigint',
    'column public.p1.x: type integer → text',
  ]);
});

test('a nested property is told by itself, and whole when it is new or gone', () => {
  const identity = {
    generation: 'always',
    sequence: 'public.s',
    dataType: 'integer',
    start: '1',
    increment: '1',
    minimum: '1',
    maximum: '9',
    cache: '1',
    cycle: false,
  } as const;
  const column = (value: typeof identity | null, increment = '1') =>
    catalogOf(columnOf('t', 'a', { identity: value === null ? null : { ...value, increment } }));
  expect(words(column(identity), column(identity, '5'))).toEqual(['column public.t.a: identity increment 1 → 5']);
  expect(words(column(null), column(identity))).toEqual([
    'column public.t.a: identity none → generation always, sequence public.s, data type integer, start 1, increment 1, minimum 1, maximum 9, cache 1',
  ]);
});

test('extensions count only when asked for', () => {
  const before = { ...catalogOf(), extensions: { vector: { schema: 'public' }, pg_trgm: { schema: 'public' } } };
  const after = { ...catalogOf(), extensions: { pg_trgm: { schema: 'tools' }, pgcrypto: { schema: 'public' } } };
  expect(compareCatalogs(before, after)).toEqual([]);
  expect(compareCatalogs(before, after, { extensions: true }).flatMap(describeDifference)).toEqual([
    'extension pg_trgm: schema public → tools',
    'extension pgcrypto is new',
    'extension vector is missing',
  ]);
});

test('owners of different databases can be left out on both sides', () => {
  const [mine, yours] = [catalogOf(tableOf('t', ['a'])), catalogOf(tableOf('t', ['a'], { owner: 'you' }))];
  expect(words(mine, yours)).toEqual(['table public.t: owner me → you']);
  expect(words(narrowCatalog(mine, { owners: false }), narrowCatalog(yours, { owners: false }))).toEqual([]);
});

test('one schema can be selected', () => {
  const catalog = catalogOf(tableOf('t', ['a']), { ...columnOf('t', 'b'), id: 'column other.t.b', path: ['other', 't', 'b'] });
  expect(Object.keys(narrowCatalog(catalog, { schemas: ['other'] }).objects)).toEqual(['column other.t.b']);
});
