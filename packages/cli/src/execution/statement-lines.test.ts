import { expect, test } from 'vitest';
import { statementLines } from './statement-lines.ts';

const wide = { indent: 2, width: Number.POSITIVE_INFINITY, whole: false };
const numbered = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => `  (${from + index}),`);
const rows = ['insert into t values', ...numbered(1, 30), '  (31)'].join('\n');

test('a statement is shown whole, as it is written, however long it is', () => {
  const text = ['create table t (', ...numbered(1, 30), ')'].join('\n');
  const { lines, leftOut } = statementLines({ text, holds: null }, wide);
  expect(lines).toHaveLength(32);
  expect(lines.slice(0, 2)).toEqual(['  create table t (', '    (1),']);
  expect(lines.at(-1)).toBe('  );');
  expect(leftOut).toBe(0);
});

test('of rows and of code the beginning and the end are shown, and how much is between', () => {
  const { lines, leftOut } = statementLines({ text: rows, holds: 'data' }, wide);
  expect(lines.slice(7)).toEqual(['    (7),', '    … 22 more lines', '    (30),', '    (31);']);
  expect(leftOut).toBe(22);
  expect(statementLines({ text: rows, holds: 'data' }, { ...wide, whole: true })).toMatchObject({ leftOut: 0, lines: { length: 32 } });
});

test('one line is not replaced by one that says so', () => {
  const text = ['insert into t values', ...numbered(1, 10)].join('\n');
  expect(statementLines({ text, holds: 'data' }, wide).lines).toHaveLength(11);
});

test('a long line of data is cut, one of SQL is not', () => {
  const text = `insert into t values ('${'x'.repeat(500)}')`;
  expect(statementLines({ text, holds: 'data' }, wide).lines[0]).toHaveLength(202);
  expect(statementLines({ text, holds: null }, wide).lines[0]).toHaveLength(528);
});

test('a narrow terminal wraps, a tab is two blanks, and blank lines stay blank', () => {
  const text = 'alter table books\r\n\tadd column author text not null default null\n\n\t-- end\n';
  expect(statementLines({ text, holds: null }, { ...wide, width: 30 }).lines).toEqual([
    '  alter table books',
    '    add column author text not',
    '        null default null',
    '',
    '    -- end',
    '  ;',
  ]);
});
