import { expect, test } from 'vitest';
import { schemasOf, searchPathOf } from './search-path.ts';

test('pgSettings are set last, so theirs wins', () => {
  expect(searchPathOf({})).toBe('public');
  expect(searchPathOf({ searchPath: 'app' })).toBe('app');
  expect(searchPathOf({ searchPath: 'app', pgSettings: { search_path: 'other', role: 'x' } })).toBe('other');
});

test.each([
  ['app, public', ['app', 'public']],
  ['"App" ,PUBLIC', ['App', 'public']],
  ['"a, b","c""d"', ['a, b', 'c"d']],
  ['', []],
])('%j names %j', (path, schemas) => {
  expect(schemasOf(path)).toEqual(schemas);
});
