import { parseArgs } from 'node:util';
import type { Bench } from './bench-definition.ts';

export interface CommandLine {
  readonly benches: readonly Bench[];
  readonly json: boolean;
  readonly list: boolean;
  /** Exit with 1 when a target is missed. */
  readonly check: boolean;
  readonly help: boolean;
  /** In place of each bench's own number. */
  readonly rounds: number | null;
  /** The script of another build, in place of the sources as they are. */
  readonly godwit: string | null;
}

export const USAGE = `pnpm bench [name…] [options]

  --list            the benches, and nothing else
  --check           exit with 1 when a target is missed
  --json            one JSON value on stdout, with every sample
  --rounds <n>      in place of each bench's own number
  --godwit <path>   bench this bin/godwit.js instead of building packages/cli

Needs a native PostgreSQL: GODWIT_BENCH_DATABASE_URL, else GODWIT_TEST_DATABASE_URL.`;

/** What was typed does not make sense. */
export class BenchUsageError extends Error {
  override readonly name = 'BenchUsageError';
}

/** @throws BenchUsageError for an unknown bench, an unknown option or rounds that are not a whole number from 1 */
export function parseCommandLine(argv: readonly string[], known: readonly Bench[]): CommandLine {
  const { values, positionals } = parse(argv);
  const unknown = positionals.find((name) => !known.some((bench) => bench.name === name));
  if (unknown !== undefined)
    throw new BenchUsageError(`there is no bench '${unknown}'; there are ${known.map(({ name }) => name).join(', ')}`);
  return {
    benches: positionals.length === 0 ? known : known.filter(({ name }) => positionals.includes(name)),
    json: values.json,
    list: values.list,
    check: values.check,
    help: values.help,
    rounds: values.rounds === undefined ? null : parseRounds(values.rounds),
    godwit: values.godwit ?? null,
  };
}

function parse(argv: readonly string[]) {
  const flag = { type: 'boolean', default: false } as const;
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { json: flag, list: flag, check: flag, help: flag, rounds: text, godwit: text },
    });
  } catch (error) {
    throw new BenchUsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function parseRounds(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new BenchUsageError(`--rounds wants a whole number of at least 1, not '${text}'`);
  return Number(text);
}
