import { expect, test } from 'vitest';
import { readPlan } from './read-plan.ts';

const PLAN = [
  {
    Plan: {
      'Node Type': 'Limit',
      Plans: [
        {
          'Node Type': 'Nested Loop',
          Plans: [
            { 'Node Type': 'Seq Scan', 'Relation Name': 'users' },
            {
              'Node Type': 'Bitmap Heap Scan',
              'Relation Name': 'books',
              Plans: [{ 'Node Type': 'Bitmap Index Scan', 'Index Name': 'ix_books_title' }],
            },
            { 'Node Type': 'Index Only Scan', 'Relation Name': 'shelves', 'Index Name': 'shelves_pkey' },
          ],
        },
      ],
    },
  },
];

test('what is read, and by which index', () => {
  expect(readPlan(JSON.stringify(PLAN))).toEqual({
    indexes: ['ix_books_title', 'shelves_pkey'],
    scans: [
      'Seq Scan on users',
      'Bitmap Heap Scan on books',
      'Bitmap Index Scan using ix_books_title',
      'Index Only Scan using shelves_pkey on shelves',
    ],
  });
});
