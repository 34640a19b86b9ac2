import type { DifferenceStatement } from '../difference.ts';
import { type Piece, piece } from './piece.ts';
import type { PieceContext } from './pieces-of.ts';
import { tableOf } from './table-of.ts';

/** An index of a table in use, built while it is used; null for one that holds nobody up. */
export function indexPieces({ sql, object, summary }: DifferenceStatement, { to, isOld }: PieceContext): readonly Piece[] | null {
  const index = to.objects[object];
  if (index?.kind !== 'index' || !isOld(tableOf(index))) return null;
  return [piece('build', [concurrently(sql)], `${summary}, concurrently`, { alone: true, transactional: false })];
}

export function concurrently(sql: string): string {
  return sql.replace(/^create (unique )?index /i, (_, unique: string | undefined) => `create ${unique ?? ''}index concurrently `);
}

/** A damaged index is built anew while its table is used. */
export function reindexPiece({ sql, summary }: DifferenceStatement): Piece {
  return piece('build', [sql.replace(/^reindex index /i, 'reindex index concurrently ')], `${summary}, concurrently`, {
    alone: true,
    transactional: false,
  });
}
