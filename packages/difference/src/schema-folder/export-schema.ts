import type { DifferenceStatement } from '../difference.ts';
import { findDifference } from '../find-difference.ts';
import type { SchemaSnapshot } from '../schema-snapshot.ts';
import { emptyOf } from './empty-of.ts';
import { fileOf } from './file-of.ts';

/** One file of a folder that holds a schema. */
export interface SchemaFile {
  /** With slashes, relative to the folder: `shelf/tables/books.sql`. */
  readonly path: string;
  readonly sql: string;
}

/** First line of each file. A file that begins with it is ours to write again and to remove. */
export const FILE_HEADER = '-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"';

/**
 * A schema as SQL that a person reads in a review and edits: a file for each table with all that belongs to it, for each view, function and
 * type. The files can be run in any order. Owners are left out. Sorted by path.
 *
 * What cannot be said in SQL by us is missing: `findDifference` from an empty database names it under `unmodelled`.
 */
export async function exportSchema(snapshot: SchemaSnapshot): Promise<readonly SchemaFile[]> {
  const { statements } = await findDifference({ from: emptyOf(snapshot), to: snapshot, owners: false });
  const files = new Map<string, DifferenceStatement[]>();
  for (const statement of statements) {
    const path = fileOf(snapshot.catalog, statement.object);
    files.set(path, [...(files.get(path) ?? []), statement]);
  }
  return [...files]
    .map(([path, parts]) => ({ path, sql: `${FILE_HEADER}\n\n${layOut(parts)}` }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Statements with an empty line between, but for rows of comments and grants. */
function layOut(statements: readonly DifferenceStatement[]): string {
  return statements
    .map(({ sql }, at) => {
      const before = statements[at - 1]?.sql;
      const isRow = before !== undefined && ROWS.some((row) => row.test(sql) && row.test(before));
      return `${at === 0 ? '' : isRow ? '\n' : '\n\n'}${sql};`;
    })
    .join('')
    .concat('\n');
}

const ROWS = [/^comment on /, /^(?:grant|revoke) /];
