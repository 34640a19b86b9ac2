import { expect, test } from 'vitest';
import { scan } from './scan.ts';
import { nameOf } from './token.ts';

const texts = (sql: string): string[] => scan(sql).map(({ text }) => text);
const kinds = (sql: string): string[] => scan(sql).map(({ kind }) => kind);

test.each([
  ["select 'it''s; fine' , 1", ['select', "'it''s; fine'", ',', '1']],
  ["E'a\\'b;' x", ["E'a\\'b;'", 'x']],
  ["e'\\\\' ; x", ["e'\\\\'", ';', 'x']],
  ["'\\' ; x", ["'\\'", ';', 'x']],
  ["U&'d\\0061t' B'01' x'ff' N'n'", ["U&'d\\0061t'", "B'01'", "x'ff'", "N'n'"]],
  ['$$a;b$$ $tag$ $$ ; $tag$ $1', ['$$a;b$$', '$tag$ $$ ; $tag$', '$', '1']],
  ['a$b$c', ['a$b$c']],
  ['"a;""b" c', ['"a;""b"', 'c']],
  ['a -- ; b\nc', ['a', 'c']],
  ['a /* ; /* nested */ ; */ b', ['a', 'b']],
  ['1.5e10 x.y', ['1.5e10', 'x', '.', 'y']],
  ["'unterminated ; ", ["'unterminated ; "]],
  ['$$unterminated ; ', ['$$unterminated ; ']],
  ['/* unterminated ; ', []],
  ['', []],
])('%j', (sql, expected) => {
  expect(texts(sql)).toEqual(expected);
});

test('kinds of tokens', () => {
  expect(kinds('a "b" \'c\' 1 ;')).toEqual(['word', 'quoted', 'string', 'number', 'symbol']);
});

test('tokens stand where they say', () => {
  const sql = '  select /* x */ \'a\' from "b"';
  for (const { text, start, end } of scan(sql)) expect(sql.slice(start, end)).toBe(text);
});

test('names are folded, unescaped, decoded and cut as PostgreSQL does it', () => {
  const name = (sql: string): string | null => nameOf(scan(Buffer.from(sql, 'utf8').toString('latin1'))[0]);
  expect(name('MyTable')).toBe('mytable');
  expect(name('"My ""Table"""')).toBe('My "Table"');
  expect(name('Größe')).toBe('größe');
  expect(name('"Größe"')).toBe('Größe');
  expect(name('x'.repeat(70))).toBe('x'.repeat(63));
  expect(name("'a'")).toBeNull();
  expect(nameOf(undefined)).toBeNull();
});

test('a literal of megabytes is no trouble', () => {
  expect(texts(`'${"''".repeat(2_000_000)}' ;`)).toHaveLength(2);
  expect(texts(`E'${'\\n'.repeat(2_000_000)}' ;`)).toHaveLength(2);
});
