import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** One revision of a pattern. */
export interface PatternRevision {
  /** Counted from 1. */
  readonly number: number;
  /** Its body, and that of its way back. */
  readonly forward: string;
  readonly revert: string;
}

/** How a usual change is made to a database in use. */
export interface Pattern {
  readonly name: string;
  /** The first paragraph of its README: what it is for. */
  readonly purpose: string;
  readonly revisions: readonly PatternRevision[];
}

const FOLDER = new URL('../', import.meta.url);

/** All patterns, by name. */
export function readPatterns(): readonly Pattern[] {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/1.sql`, FOLDER)))
    .map(({ name }) => name)
    .toSorted()
    .map(readPattern);
}

/** What stands before each pattern in its example. */
export function readGiven(): string {
  return readFileSync(new URL('given.sql', FOLDER), 'utf8');
}

function readPattern(name: string): Pattern {
  const read = (file: string) => readFileSync(new URL(`${name}/${file}`, FOLDER), 'utf8');
  const numbers = readdirSync(new URL(`${name}/`, FOLDER)).flatMap((file) => {
    const [, number] = /^([1-9]\d*)\.sql$/.exec(file) ?? [];
    return number === undefined ? [] : [Number(number)];
  });
  return {
    name,
    purpose: read('README.md').split('\n\n')[1] ?? '',
    revisions: numbers
      .toSorted((a, b) => a - b)
      .map((number) => ({ number, forward: read(`${number}.sql`), revert: read(`${number}.revert.sql`) })),
  };
}
