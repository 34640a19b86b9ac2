import { expect, test } from 'vitest';
import { quoteIdentifier, quoteLiteral, quoteQualified } from './quote.ts';

test.each([
  ['book', '"book"'],
  ['Book', '"Book"'],
  ['a"b', '"a""b"'],
  ['select', '"select"'],
  ['уж', '"уж"'],
  ['a.b', '"a.b"'],
])('the identifier %s', (name, quoted) => {
  expect(quoteIdentifier(name)).toBe(quoted);
});

test('a qualified name', () => {
  expect(quoteQualified('my "shelf"', 'books')).toBe('"my ""shelf"""."books"');
});

test.each([
  ['', "''"],
  ["it's", "'it''s'"],
  ['a\nb', "'a\nb'"],
  ['C:\\new', " E'C:\\\\new'"],
  ["\\'", " E'\\\\'''"],
])('the literal %j', (text, quoted) => {
  expect(quoteLiteral(text)).toBe(quoted);
});

test('refuses what PostgreSQL cannot hold', () => {
  expect(() => quoteIdentifier('')).toThrow(TypeError);
  expect(() => quoteIdentifier('a\0b')).toThrow(TypeError);
  expect(() => quoteLiteral('a\0b')).toThrow(TypeError);
});
