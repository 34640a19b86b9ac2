import { describe, expect, test } from 'vitest';
import { historyOf } from '../testing/a-history.ts';
import { checksOf } from '../testing/checks-of.ts';
import { checksAt, chooseChecks } from './choose-checks.ts';
import type { CheckBook } from './read-checks.ts';

const history = historyOf(['One', 'select 1'], ['Two', 'select 2'], ['Three', 'select 3']);

const checks = await checksOf(
  [
    '--! Check: always\nselect 1;',
    '--! Check: from two\n--! From: 2\nselect 1;',
    '--! Check: until three\n--! Until: 3\nselect 1;',
    '--! Check: only at two\n--! From: 2\n--! Until: 3\nselect 1;',
  ].join('\n'),
  history,
);

const book: CheckBook = { folder: 'migrations/verify', systems: ['shelf', 'verse'], checks, problems: [] };

describe('the checks that are true of a place in the history', () => {
  test.each([
    [1, ['always', 'until three']],
    [2, ['always', 'from two', 'until three', 'only at two']],
    [3, ['always', 'from two']],
  ])('at revision %i', (number, names) => {
    const revision = history.revisions.find((one) => one.number === number);
    if (revision === undefined) throw new Error('there is no such revision');
    expect(checksAt(checks, history, { kind: 'revision', revision }).map(({ name }) => name)).toEqual(names);
  });

  test('none at base', () => {
    expect(checksAt(checks, history, { kind: 'base' })).toEqual([]);
  });
});

describe('the checks that somebody asks for', () => {
  const namesOf = (systems: readonly string[], only: string | null) => chooseChecks(book, { systems, only }).map(({ name }) => name);

  test('all of a system', () => {
    expect(namesOf([], null)).toHaveLength(4);
    expect(namesOf(['shelf'], null)).toHaveLength(4);
    expect(namesOf(['verse'], null)).toEqual([]);
  });

  test('by a part of the name, whose case does not count', () => {
    expect(namesOf([], 'TWO')).toEqual(['from two', 'only at two']);
    expect(namesOf([], 'o*t')).toEqual(['from two', 'until three', 'only at two']);
    expect(namesOf([], 'shelf/books: always')).toEqual(['always']);
  });

  test('signs of a pattern are themselves', () => {
    expect(() => namesOf([], 'a.ways')).toThrow('There is no check with "a.ways" in its name');
  });

  test('what there is not is told, with what was probably meant', () => {
    expect(() => namesOf(['shelv'], null)).toThrow(expect.objectContaining({ code: 'GW561', suggestions: ['shelf'] }));
    expect(() => namesOf([], 'allways')).toThrow(expect.objectContaining({ code: 'GW561', suggestions: ['always'] }));
  });
});
