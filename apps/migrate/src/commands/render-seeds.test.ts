import { createOutput } from 'godwit';
import { expect, test } from 'vitest';
import type { SeededTable, SeedMode } from '../seeding/index.ts';
import { renderSeeds } from './render-seeds.ts';

const pipe = { write: () => true };
const output = createOutput({ streams: { stdout: pipe, stderr: pipe }, environment: {}, json: false, verbose: false });

const headerOf = (systems: number) => `Seeds  app @ server${' '.repeat(52)}${systems} systems`;

const table = (name: string, rows: number, counts: Partial<SeededTable> = {}): SeededTable => ({
  table: name,
  rows,
  inserted: 0,
  deleted: 0,
  missing: 0,
  different: 0,
  ...counts,
});

const render = (mode: SeedMode, ...systems: readonly (readonly [string, readonly SeededTable[]])[]) =>
  renderSeeds({ output, invocation: 'pnpm' }, 'app @ server', { mode, systems: systems.map(([system, tables]) => ({ system, tables })) });

test('rows that are missing or changed are counted, and named by their tables where a part is there', () => {
  expect(
    render(
      'check',
      ['shelf', [table('shelf.users', 12), table('shelf.books', 1200, { missing: 1100, different: 1 })]],
      ['anki', [table('anki.users', 8, { missing: 8 }), table('anki.tags', 3, { missing: 3 })]],
      ['mam', [table('mam.books', 1)]],
    ),
  ).toEqual([
    headerOf(3),
    '  ✖ shelf  2 tables  1,212 rows  1,100 missing, 1 changed since',
    '      shelf.books  1,100 missing, 1 changed since',
    '  ✖ anki   2 tables  11 rows     11 missing',
    '  ✔ mam    1 table   1 row       up to date',
    'next: pnpm seed',
  ]);
});

test('what loading leaves alone is named', () => {
  expect(
    render('load', ['shelf', [table('shelf.users', 2, { inserted: 1, different: 1 })]], ['mam', [table('mam.books', 3, { inserted: 3 })]]),
  ).toEqual([
    headerOf(2),
    '  ! shelf  1 table  2 rows  1 loaded, 1 changed since',
    '      shelf.users  1 changed since',
    '  ✔ mam    1 table  3 rows  3 loaded',
  ]);
});

test('clearing says what went', () => {
  expect(
    render('clear', ['shelf', [table('shelf.users', 2, { deleted: 2, different: 1 })]], ['mam', [table('mam.books', 3, { missing: 3 })]]),
  ).toEqual([headerOf(2), '  ✔ shelf  1 table  2 rows  2 deleted', '  ✔ mam    1 table  3 rows  nothing to delete']);
});
