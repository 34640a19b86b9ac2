import type { Query } from './query-file.ts';

/** What stands in a statement for `:name`: `$1`, `($1)`, `($1,$2)` or several of the latter. */
const STAND_IN = /^(?:\$\d+|\((?:\$\d+,?)+\)(?:,\((?:\$\d+,?)+\))*)/;

/**
 * Where a character of the prepared statement stands in the file.
 *
 * @param position in `query.statement`, counted from 0; one inside a stand-in is the place of its parameter
 */
export function originalOffset(query: Query, position: number): number {
  let read = 0;
  let written = 0;
  for (const { a, b } of query.parameters) {
    const plain = a - read;
    if (position < written + plain) break;
    written += plain;
    const standIn = STAND_IN.exec(query.statement.slice(written))?.[0].length ?? 0;
    if (position < written + standIn) return query.offset + a;
    written += standIn;
    read = b + 1;
  }
  return query.offset + read + (position - written);
}
