/**
 * When something is safe to do, in this order:
 * - `types` labels of enums that something else uses, which cannot be used in the transaction that adds them
 * - `expand` what takes a moment and what the running application does not notice
 * - `rewrite` what writes a table anew while nobody can use it
 * - `build` indexes, CONCURRENTLY, one by one
 * - `attach` constraints on indexes that were built
 * - `require` what holds for new rows only, once old ones have been filled
 * - `validate` what reads all rows while everybody works
 * - `contract` what the running application must no longer use
 */
export const PHASES = ['types', 'expand', 'rewrite', 'build', 'attach', 'require', 'validate', 'contract'] as const;

export type Phase = (typeof PHASES)[number];

/** A part of a difference that is done at one time. */
export interface Piece {
  readonly phase: Phase;
  /** True for what needs a revision of its own. */
  readonly alone: boolean;
  /** Statements without semicolons. */
  readonly sql: readonly string[];
  /** In a few words: `build index shelf.ix_books_isbn`. */
  readonly title: string;
  /** What has to be done by somebody before it; null for nothing. */
  readonly before: string | null;
  readonly transactional: boolean;
  readonly losesData: boolean;
}

export function piece(phase: Phase, sql: readonly string[], title: string, more: Partial<Piece> = {}): Piece {
  return { phase, sql, title, alone: false, before: null, transactional: true, losesData: false, ...more };
}
