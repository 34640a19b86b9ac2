import { expect, test } from 'vitest';
import { atMost } from '../measure/target.ts';
import { countTargets, reportOf } from './report.ts';
import { renderReport } from './table.ts';

const report = reportOf('start', {
  about: 'a process from start to exit',
  unit: 'ms',
  subject: { name: 'godwit current', samples: [60, 62, 90] },
  others: [
    { series: { name: 'dbmate status', samples: [50, 50, 60] }, target: atMost(1.6) },
    { series: { name: 'dbmate status (binary)', samples: [20, 20, 20] }, target: atMost(1.6) },
    { series: { name: 'graphile-migrate status', samples: [110, 120, 1234.5] }, target: null },
  ],
});

test('a line a contender, the ratio that of the pairs, the verdict beside its target', () => {
  expect(renderReport(report)).toEqual([
    'start: a process from start to exit',
    '  3 rounds in turns             ms      min–max           ours ÷ its      target',
    '  godwit current              62.0    60.0–90.0',
    '  dbmate status               50.0    50.0–60.0     1.24 (1.20–1.50)     ≤ 1.6 ✔',
    '  dbmate status (binary)      20.0    20.0–20.0     3.10 (3.00–4.50)     ≤ 1.6 ✖',
    '  graphile-migrate status      120     110–1235     0.52 (0.07–0.55)',
  ]);
});

test('large figures leave a space between their columns', () => {
  const rows = reportOf('embeddings', {
    about: 'rows a second',
    unit: 'rows/s',
    subject: { name: 'binary COPY', samples: [252_749, 175_097, 291_666] },
    others: [],
  });
  expect(renderReport(rows)[2]).toBe('  binary COPY                 253k    175k–292k');
});

test('the table fits 80 columns', () => {
  for (const line of renderReport(report)) expect(line.length).toBeLessThanOrEqual(80);
});

test('missed targets are counted, comparisons without a target are not', () => {
  expect(countTargets([report])).toEqual({ targets: 2, missed: 1 });
});
