import type { CodeFrame } from '@godwit/diagnostics';

/** SQL to be linted: the body of a revision, before placeholders, or of its way back. */
export interface LintSource {
  /** As the user knows it: `migrations/committed/000003-x.sql`. */
  readonly path: string;
  readonly text: string;
  /** False when the body begins with `--! no-transaction`. */
  readonly transactional: boolean;
  readonly role: 'forward' | 'revert';
  /** As targets name it: `000003-add-ratings`. Nothing while it is being written. */
  readonly revision?: string;
  /** The line of the file on which the text begins, counted from 1; 1 unless given. For a file with headers above its body. */
  readonly firstLine?: number;
  /** Where an offset of the text was written, when it was put together from several files. In UTF-16 code units. */
  readonly frameOf?: (offset: number) => CodeFrame;
  /** True for what is read for the facts that it makes (tables, indexes, types) and is not linted itself. */
  readonly factsOnly?: boolean;
}
