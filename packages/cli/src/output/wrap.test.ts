import { expect, test } from 'vitest';
import { wrap } from './wrap.ts';

test.each([
  ['short', 10, ['short']],
  ['', 10, ['']],
  ['one two three four', 9, ['one two', '    three', '    four']],
  ['  create index on books', 16, ['  create index', '      on books']],
  ['a-very-long-word-indeed and more', 10, ['a-very-long-word-indeed', '    and', '    more']],
  ['one  two   ', 4, ['one', '    two']],
  ['anything at all', Number.POSITIVE_INFINITY, ['anything at all']],
])('%j in %d columns', (line, width, expected) => {
  expect(wrap(line, width)).toEqual(expected);
});
