import { hashRevision } from '@godwit/history';
import type { Loss } from '@godwit/migrator';
import { expect, test } from 'vitest';
import { describeLoss } from './describe-loss.ts';

const step = { hash: hashRevision('select 1', null), name: '000003-grade-books' };
const loss = (kind: Loss['kind'], rest: Partial<Loss>): Loss => ({
  kind,
  step,
  statement: 'alter table shelf.books',
  object: 'shelf.books',
  count: 2,
  exact: true,
  examples: [],
  reason: null,
  ...rest,
});

test('each kind says what becomes of what', () => {
  const losses = [
    loss('rows', {}),
    loss('values', { object: 'shelf.books.id', count: 1, reason: 'the position of its sequence, 1042' }),
    loss('violating', { reason: 'check books_grade', examples: [{ key: 'id = 7', before: '11', after: null }] }),
    loss('refused', { object: 'shelf.books.title', exact: false }),
    loss('altered', { object: 'shelf.books.price', count: null }),
  ];
  expect(describeLoss({ losses, unseen: [] })).toEqual([
    '000003  2 rows of shelf.books would be deleted',
    '000003  1 value of shelf.books.id would be deleted (the position of its sequence, 1042)',
    '000003  2 rows of shelf.books do not fit: the step would fail and change nothing (check books_grade)',
    '          id = 7: 11',
    '000003  about 2 values of shelf.books.title do not fit: the step would fail and change nothing',
    '000003  an unknown number of values of shelf.books.price would be changed',
  ]);
});

test('of two long values that part late, the place where they part is shown', () => {
  const changed = (before: string, after: string) =>
    describeLoss({ losses: [loss('altered', { count: 1, examples: [{ key: 'id = 7', before, after }] })], unseen: [] })[1]?.trim();
  const long = 't'.repeat(100);
  expect(changed(`${long}the end`, long)).toBe(`id = 7: …${'t'.repeat(12)}the end → …${'t'.repeat(12)}`);
  expect(changed(`${long}A${long}`, `${long}B${long}`)).toBe(
    `id = 7: …${'t'.repeat(12)}A${'t'.repeat(25)}… → …${'t'.repeat(12)}B${'t'.repeat(25)}…`,
  );
  expect(changed(long, `${long}the end`)).toBe(`id = 7: …${'t'.repeat(12)} → …${'t'.repeat(12)}the end`);
  expect(changed('short', 'shor')).toBe('id = 7: short → shor');
  expect(changed(`A${long}`, `B${long}`)).toBe(`id = 7: A${'t'.repeat(38)}… → B${'t'.repeat(38)}…`);
});
