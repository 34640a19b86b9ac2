import { expect, test } from 'vitest';
import type { Bench } from './bench-definition.ts';
import { BenchUsageError, parseCommandLine } from './command-line.ts';

const bench = (name: string): Bench => ({ name, about: name, run: async () => [] });
const known = [bench('start'), bench('apply-500')];
const names = (argv: readonly string[]) => parseCommandLine(argv, known).benches.map(({ name }) => name);

test('no name means all, names are run in the order of the list', () => {
  expect(names([])).toEqual(['start', 'apply-500']);
  expect(names(['apply-500'])).toEqual(['apply-500']);
  expect(names(['apply-500', 'start', '--json'])).toEqual(['start', 'apply-500']);
});

test('an unknown bench is an error that lists those there are', () => {
  expect(() => names(['strat'])).toThrow(BenchUsageError);
  expect(() => names(['strat'])).toThrow("there is no bench 'strat'; there are start, apply-500");
});

test('an unknown option and rounds that are none are errors', () => {
  expect(() => parseCommandLine(['--chekc'], known)).toThrow(BenchUsageError);
  for (const rounds of ['0', '-1', '1.5', 'many']) expect(() => parseCommandLine([`--rounds=${rounds}`], known)).toThrow('--rounds wants');
  expect(parseCommandLine(['--rounds', '3'], known).rounds).toBe(3);
});
