import { expect, test } from 'vitest';
import { UsageError } from '../usage-error.ts';
import { databaseFlag } from './select-database.ts';

const flag = (database?: string) => databaseFlag({ arguments: [], options: database === undefined ? {} : { database } });

test('--database says a name or a URL, and nothing when it is not there', () => {
  expect([flag('app'), flag('postgres://localhost/app'), flag()]).toEqual(['app', 'postgres://localhost/app', null]);
});

test('a variable of the shell that is not set is no database', () => {
  expect(() => flag('')).toThrow(UsageError);
  expect(() => flag('  ')).toThrow(UsageError);
});
