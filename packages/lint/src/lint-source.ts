/** SQL to be linted: the body of a revision, before placeholders, or of its way back. */
export interface LintSource {
  /** As the user knows it: `migrations/committed/000003-x.sql`. */
  readonly path: string;
  readonly text: string;
  /** False when the body begins with `--! no-transaction`. */
  readonly transactional: boolean;
  readonly role: 'forward' | 'revert';
  /**
   * Sources of one revision are read as one text: the files of `current/`, one after the other, share its name. A revert has the
   * name of the revision that it takes back. The path unless given.
   */
  readonly revision?: string;
  /** The line of the file on which the text begins, counted from 1; 1 unless given. For a file with headers above its body. */
  readonly firstLine?: number;
  /** Where each line of the text really stands, when includes have been expanded; as `compileIncludes` gives them. */
  readonly lines?: readonly LineOrigin[];
  /** True for what is read for the facts that it makes (tables, indexes, types) and is not linted itself. */
  readonly factsOnly?: boolean;
}

/** The place of one line of a text that was put together from several files. */
export interface LineOrigin {
  readonly path: string;
  /** The whole file. */
  readonly text: string;
  /** Counted from 1. */
  readonly line: number;
  /** Characters of the file's line that were left out at its beginning. */
  readonly cut: number;
}
