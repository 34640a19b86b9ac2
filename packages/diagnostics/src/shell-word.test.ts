import { expect, test } from 'vitest';
import { shellOption, shellWord } from './shell-word.ts';

test.each([
  ['db.internal', 'db.internal'],
  ['--database=app', '--database=app'],
  ['select 1', "'select 1'"],
  ["it's", "'it'\\''s'"],
  ['', "''"],
])('%j is typed as %s', (text, word) => {
  expect(shellWord(text)).toBe(word);
});

test('an option with its value', () => {
  expect(shellOption('-U', 'a b')).toBe("-U 'a b'");
});
