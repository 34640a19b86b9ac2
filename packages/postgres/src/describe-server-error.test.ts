import { renderCodeFrame } from '@godwit/diagnostics';
import { describe, expect, test } from 'vitest';
import { describeServerError } from './describe-server-error.ts';
import { readServerError, sqlStateOf } from './server-error-fields.ts';

const failure = (fields: Record<string, string>): Error =>
  Object.assign(new Error('it failed'), { severity: 'ERROR', code: '42601', ...fields });

const FILE = 'migrations/committed/000003-x.sql';
const at = (sql: string, position: number, bodyLine = 1) =>
  describeServerError(failure({ position: String(position) }), { sql, file: FILE, bodyLine })?.frame;

describe('the place', () => {
  test('counts lines from where the statement begins in the file', () => {
    expect(at('select 1,\n  nope', 13)).toMatchObject({ file: FILE, line: 2, column: 3 });
    expect(at('select 1,\n  nope', 13, 7)).toMatchObject({ line: 8, column: 3 });
  });

  test('counts characters as the server does, not UTF-16 code units', () => {
    const sql = "select '𝄞𝄞é', nope";
    expect(at(sql, [...sql].indexOf('n') + 1)).toMatchObject({ line: 1, column: sql.indexOf('nope') + 1 });
  });

  test('beyond the end is the end', () => {
    expect(at('select', 7)).toMatchObject({ line: 1, column: 7 });
    expect(at('select', 99)).toMatchObject({ line: 1, column: 7 });
  });

  test('without a position is where the statement begins after blanks and comments', () => {
    const sql = '\n-- why\n/* because\n * of * this */\n  insert into t values (1)';
    const described = describeServerError(failure({ code: '23505' }), { sql, file: FILE, bodyLine: 5 });
    expect(described?.frame).toMatchObject({ line: 9, column: 3 });
    expect(described?.statement).toBe(sql.trim());
  });

  test('the frame can be drawn, with the whole file when it is given', () => {
    const drawn = (fileText?: string) => {
      const frame = describeServerError(failure({ position: '8' }), { sql: 'select nope', file: FILE, bodyLine: 3, fileText })?.frame;
      return frame === undefined ? [] : renderCodeFrame(frame);
    };
    expect(drawn()).toContain('> 3 | select nope');
    expect(drawn('--! header\n\nselect nope')).toEqual(expect.arrayContaining(['  1 | --! header', '> 3 | select nope']));
  });

  test('in a DO block is the line that the context names', () => {
    const where = (line: number) => `PL/pgSQL function inline_code_block line ${line} at RAISE`;
    const place = (sql: string, line: number) =>
      describeServerError(failure({ where: where(line) }), { sql, file: FILE, bodyLine: 10 })?.frame;
    expect(place("do $$\nbegin\n  raise 'no';\nend $$", 3)).toMatchObject({ line: 12, column: 3 });
    expect(place("do language plpgsql $body$ begin\n\traise 'no';\nend $body$", 2)).toMatchObject({ line: 11, column: 2 });
    expect(place("do $$ begin raise 'no'; end $$", 1)).toMatchObject({ line: 10, column: 7 });
  });
});

test('what the server says goes into the details', () => {
  const described = describeServerError(
    failure({
      code: '23505',
      schema: 'shelf',
      table: 'books',
      constraint: 'books_pkey',
      detail: 'Key (id)=(1) already exists.',
      hint: 'Use another.',
      where: 'SQL statement "insert"\nPL/pgSQL function f() line 3 at SQL statement',
    }),
    { sql: 'select f()', file: FILE, bodyLine: 1 },
  );
  expect(described).toMatchObject({
    sqlState: '23505',
    message: 'it failed',
    object: 'table shelf.books, constraint books_pkey',
    where: ['SQL statement "insert"', 'PL/pgSQL function f() line 3 at SQL statement'],
    details: [
      'SQLSTATE 23505, table shelf.books, constraint books_pkey',
      'DETAIL: Key (id)=(1) already exists.',
      'HINT: Use another.',
      'CONTEXT: SQL statement "insert"',
      '         PL/pgSQL function f() line 3 at SQL statement',
    ],
  });
});

test('the statement inside a function has a frame of its own', () => {
  const error = failure({ internalQuery: 'select 1,\n nope', internalPosition: '12' });
  expect(describeServerError(error, { sql: 'select f()', file: FILE, bodyLine: 1 })?.internal).toMatchObject({ line: 2, column: 2 });
});

test('a long statement is cut', () => {
  const sql = Array.from({ length: 40 }, (_, line) => `line ${line}`).join('\n');
  const statement = describeServerError(failure({}), { sql, file: FILE, bodyLine: 1 })?.statement.split('\n');
  expect(statement).toHaveLength(13);
  expect(statement?.at(-1)).toBe('… 28 more lines');
});

test('an error of another kind is none of the server', () => {
  const place = { sql: 'select 1', file: FILE, bodyLine: 1 };
  expect(describeServerError(new Error('Connection terminated'), place)).toBeNull();
  expect(describeServerError(Object.assign(new Error('x'), { code: 'EPIPE' }), place)).toBeNull();
  expect(describeServerError('x', place)).toBeNull();
});

test('the SQLSTATE is found down the chain of causes', () => {
  expect(sqlStateOf(new Error('outer', { cause: failure({ code: '40001' }) }))).toBe('40001');
  expect(sqlStateOf(new Error('outer'))).toBeNull();
  expect(readServerError(failure({ code: '40001', position: '0' }))).toMatchObject({ sqlState: '40001', position: undefined });
});
