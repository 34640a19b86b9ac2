import { expect, test } from 'vitest';
import { loadSqlParser } from './parser.ts';
import { formatIdentifier, formatName } from './relation-name.ts';
import { RESERVED_WORDS } from './reserved-words.ts';

test.each([
  [{ schema: null, name: 'books' }, 'books'],
  [{ schema: 'shelf', name: 'books' }, 'shelf.books'],
  [{ schema: 'Shelf', name: 'user' }, '"Shelf"."user"'],
  [{ schema: null, name: 'a"b' }, '"a""b"'],
  [{ schema: ':SCHEMA', name: 'books' }, ':SCHEMA.books'],
])('a name is quoted where it must be: %o', (name, written) => {
  expect(formatName(name)).toBe(written);
});

test('the words that need quotes are those that the grammar does not take for a name', async () => {
  const { parse } = await loadSqlParser();
  const refused = (word: string) => {
    try {
      parse(`alter table t add column ${word} int`);
      return false;
    } catch {
      return true;
    }
  };
  expect([...RESERVED_WORDS].filter((word) => !refused(word))).toEqual([]);
  expect(['time', 'values', 'interval', 'year', 'key', 'name', 'text', 'status'].map(formatIdentifier)).toEqual([
    'time',
    'values',
    'interval',
    'year',
    'key',
    'name',
    'text',
    'status',
  ]);
});
