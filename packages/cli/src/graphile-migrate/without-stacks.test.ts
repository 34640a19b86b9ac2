import { expect, test } from 'vitest';
import { withoutStacks } from './without-stacks.ts';

test('a stack and the error object after it go, its detail stays', () => {
  const printed = [
    'error: duplicate key',
    '    at /app/pg/lib/client.js:694:17',
    '    at async _watch (/app/watch.js:100:5) {',
    '  length: 121,',
    "  detail: 'Key (id)=(1) already exists.',",
    '  hint: undefined,',
    '}',
    'graphile-migrate: done',
  ];
  expect(printed.filter(withoutStacks())).toEqual([
    'error: duplicate key',
    "  detail: 'Key (id)=(1) already exists.',",
    'graphile-migrate: done',
  ]);
});
