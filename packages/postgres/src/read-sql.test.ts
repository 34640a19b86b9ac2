import { expect, test } from 'vitest';
import { readSql } from './read-sql.ts';

test('reads a file beside the code, and says which one is not there', () => {
  expect(readSql(import.meta.url, './sql/advisory-unlock.sql')).toMatch(/pg_advisory_unlock/);
  expect(() => readSql(import.meta.url, './sql/no-such.sql')).toThrow(/no-such\.sql/);
});
