import { expect, test } from 'vitest';
import { SeedOrderCircle } from './errors.ts';
import { orderTables } from './order-tables.ts';

const table = (name: string) => ({ table: name, rows: [], schema: 's', name, columns: [], key: ['id'], sequences: [] });
const order = (tables: string, keys: Record<string, string>) =>
  orderTables(
    tables.split(' ').map(table),
    Object.entries(keys).flatMap(([fromTable, targets]) => targets.split(' ').map((toTable) => ({ fromTable, toTable }))),
  )
    .map((ordered) => ordered.table)
    .join(' ');

test('puts each table after those that it refers to, and else leaves the order alone', () => {
  expect(order('d c b a', { d: 'b a', c: 'a', b: 'a' })).toBe('a b d c');
  expect(order('d c b a', {})).toBe('d c b a');
});

test('a table may refer to itself, and to tables that are not seeded', () => {
  expect(order('a b', { a: 'a elsewhere', b: 'a' })).toBe('a b');
});

test('refuses a circle and names only its tables', () => {
  expect(() => order('x a b c', { x: 'a', a: 'b', b: 'c', c: 'a' })).toThrow(new SeedOrderCircle(['a', 'b', 'c']));
});
