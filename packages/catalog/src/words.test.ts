import { expect, test } from 'vitest';
import { grantsChangeInWords } from './words/grants-change.ts';
import { listChangeInWords } from './words/list-change.ts';
import { textChangeInWords } from './words/text-change.ts';
import { valueInWords } from './words/value.ts';

test.each([
  [null, 'none'],
  ['', 'none'],
  [true, 'yes'],
  [12, '12'],
  [[], 'none'],
  [['a', 'b'], 'a, b'],
  ['character varying(20)[]', 'varchar(20)[]'],
  ['timestamp(3) with time zone', 'timestamptz(3)'],
  ['time without time zone', 'time'],
])('the value %j is %s', (value, expected) => {
  expect(valueInWords(value)).toBe(expected);
});

test('grants are told by role, with who gave them when that is not the owner', () => {
  const before = ['OWNER=ALL', 'PUBLIC=SELECT', 'app=INSERT, SELECT*', 'app=UPDATE/boss', '"a=b/c"=SELECT'];
  const after = ['OWNER=ALL', 'app=SELECT*', 'app=UPDATE/chef', '"a=b/c"=ALL'];
  expect(grantsChangeInWords('table t', before, after)).toEqual([
    'grant on table t to "a=b/c": SELECT → ALL',
    'grant on table t to PUBLIC is missing: SELECT',
    'grant on table t to app: INSERT, SELECT* → SELECT*',
    'grant on table t to app by boss is missing: UPDATE',
    'grant on table t to app by chef is new: UPDATE',
  ]);
});

test('items of a list are told one by one, another order and lists that are read as one as a whole', () => {
  expect(listChangeInWords('options', ['a=1', 'b=2'], ['b=3', 'c=4'])).toEqual([
    'option a=1 is missing',
    'option b 2 → 3',
    'option c=4 is new',
  ]);
  expect(listChangeInWords('labels', ['b'], ['a', 'b', 'c'])).toEqual(['label a is new, first', 'label c is new, after b']);
  expect(listChangeInWords('labels', ['a', 'b'], ['b', 'a'])).toEqual(['labels a, b → b, a']);
  expect(listChangeInWords('keys', ['a', 'b'], ['b'])).toEqual(['keys a, b → b']);
});

test('of a text with many lines the first that differ are shown, a long line around the place', () => {
  expect(textChangeInWords('a\n  b\nc', 'a\n  x\nc')).toBe('differs from line 2: b → x');
  expect(textChangeInWords('a', 'a\nb')).toBe('differs from line 2: (end) → b');
  expect(textChangeInWords('a\n\nb', 'a\nb')).toBe('differs from line 2: (empty line) → b');
  const long = (letter: string) => `${'='.repeat(300)}${letter}${'-'.repeat(300)}`;
  expect(textChangeInWords(long('x'), long('y'))).toBe(`…${'='.repeat(40)}x${'-'.repeat(199)}… → …${'='.repeat(40)}y${'-'.repeat(199)}…`);
});
