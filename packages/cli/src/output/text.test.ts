import { describe, expect, test } from 'vitest';
import { capital, columns, columnsWithin, count, fit, flow } from './columns.ts';
import { ago, duration, timestamp } from './time.ts';

test.each([
  [0.2, '1 ms'],
  [12.4, '12 ms'],
  [99.4, '99 ms'],
  [400, '0.4 s'],
  [59_940, '59.9 s'],
  [60_000, '1 min'],
  [200_400, '3 min 20 s'],
  [7_260_000, '121 min'],
])('%s ms are %s', (ms, words) => {
  expect(duration(ms)).toBe(words);
});

test.each([
  [0, 'just now'],
  [9_999, 'just now'],
  [10_000, '10 s ago'],
  [90_000, '1 min ago'],
  [3_600_000, '1 h ago'],
  [180_000_000, '2 d ago'],
  [-5_000, 'just now'],
])('%s ms back is %s', (ms, words) => {
  const now = new Date('2026-01-31T12:00:00Z');
  expect(ago(new Date(now.getTime() - ms), now)).toBe(words);
});

test('a time is told in UTC', () => {
  expect(timestamp(new Date('2026-01-31T23:59:58.999+02:00'))).toBe('2026-01-31 21:59:58');
});

describe('columns', () => {
  test('align by what is seen, not by colour codes; the last one is not padded', () => {
    expect(
      columns([
        ['\u001b[32m✔\u001b[39m a', 'b', 'c'],
        ['longer', '', 'd'],
        ['x', 'y', ''],
      ]),
    ).toEqual(['\u001b[32m✔\u001b[39m a     b  c', 'longer     d', 'x       y']);
  });
});

describe('columns within a width', () => {
  const rows = [
    ['1', 'a long title of something', 'applied'],
    ['22', 'short', ''],
  ];
  test('are as they are where there is room', () => {
    expect(columnsWithin(rows, { width: Number.POSITIVE_INFINITY, flexible: 1, least: 4 })).toEqual(columns(rows));
    expect(columnsWithin(rows, { width: 38, flexible: 1, least: 4 })).toEqual(columns(rows));
  });

  test('give way in one of them, and not beyond the least', () => {
    expect(columnsWithin(rows, { width: 24, flexible: 1, least: 4 })).toEqual(['1   a long tit…  applied', '22  short']);
    expect(columnsWithin(rows, { width: 10, flexible: 1, least: 4 })).toEqual(['1   a l…  applied', '22  sho…']);
  });
});

test('parts flow over lines, whole and two spaces apart', () => {
  const parts = ['000001-create-books', '', '\u001b[2mapplied just now\u001b[22m', '(head)', 'app @ server'];
  expect(flow(parts, 80)).toEqual([parts.filter((part) => part !== '').join('  ')]);
  expect(flow(parts, 37)).toEqual([`${parts[0]}  ${parts[2]}`, '  (head)  app @ server']);
  expect(flow(parts, 10)).toEqual([parts[0], `  ${parts[2]}`, '  (head)', '  app @ server']);
  expect(flow(['a', 'b'], 1, 4)).toEqual(['a', '    b']);
  expect(flow([], 10)).toEqual([]);
});

test('a text is cut with an ellipsis', () => {
  expect([fit('abcdef', 6), fit('abcdef', 4), fit('abc', Number.POSITIVE_INFINITY)]).toEqual(['abcdef', 'abc…', 'abc']);
});

test('counts', () => {
  expect([count(1, 'revision'), count(0, 'revision'), count(12_345, 'row'), count(2, 'index', 'indexes')]).toEqual([
    '1 revision',
    '0 revisions',
    '12,345 rows',
    '2 indexes',
  ]);
  expect(capital('reset')).toBe('Reset');
});
