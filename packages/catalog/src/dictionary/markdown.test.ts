import { expect, test } from 'vitest';
import { anchor, aside, code, prose } from './markdown.ts';

test.each([
  ['a plain_name stays', 'a plain_name stays'],
  ['a | b\nc', 'a \\| b c'],
  ['<b>*bold*</b> [x] `y` _z_ \\', '\\<b\\>\\*bold\\*\\</b\\> \\[x\\] \\`y\\` \\_z\\_ \\\\'],
  [null, ''],
])('%j is text', (text, expected) => expect(prose(text)).toBe(expected));

test.each([
  ['a\n  b', '`a b`'],
  ["'|' || x", "`'\\|' \\|\\| x`"],
  ['with `ticks`', '`` with `ticks` ``'],
])('%j is code on one line', (text, expected) => expect(code(text)).toBe(expected));

test('a comment that says nothing leaves no trace, and a heading is found', () => {
  expect([aside(null), aside(' '), aside('why')]).toEqual(['', '', ': why']);
  expect(anchor('Reading Sessions (2)')).toBe('reading-sessions-2');
});
