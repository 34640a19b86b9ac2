import { expect, test } from 'vitest';
import { describeValue } from './describe-value.ts';

test.each([
  [null, 'null'],
  ['null', '"null"'],
  ['', '""'],
  [' a', '" a"'],
  ['a\n', '"a\\n"'],
  ['a\nb', 'a\nb'],
  ['"a"', '"a"'],
  ['x'.repeat(1_001), `${'x'.repeat(1_000)}…`],
])('%j is shown as %j', (value, shown) => {
  expect(describeValue(value)).toBe(shown);
});
