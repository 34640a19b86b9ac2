import type { Node } from 'libpg-query';

type KeyOf<T> = T extends unknown ? keyof T : never;

/** The name of a parse node: `AlterTableStmt`, `IndexStmt`, `SelectStmt`. */
export type StatementKind = KeyOf<Node>;

/** One SQL statement of a body. */
export interface Statement {
  /** From its first token to its last: no comment before or after it, no semicolon. Always `sql.slice(offset, offset + text.length)`. */
  readonly text: string;
  /** Where the text begins in the SQL it was read from, in UTF-16 code units. */
  readonly offset: number;
  /** PostgreSQL's raw parse tree. `location`s inside it are byte offsets in the whole SQL: `byteOffsets` translates them. */
  readonly node: Node;
  readonly kind: StatementKind;
}

/** Why a text cannot be run as SQL. */
export interface SqlProblem {
  readonly kind: 'syntax' | 'psql command' | 'copy data' | 'nul';
  /** One line, without a full stop. */
  readonly message: string;
  /** Where it stands, in UTF-16 code units. */
  readonly offset: number;
  /** What to write instead; null when only the author can know. */
  readonly help: string | null;
}

/** A `:NAME` that nothing has replaced. The server would refuse it. */
export interface UnreplacedPlaceholder {
  /** With its colon. */
  readonly name: string;
  readonly offset: number;
}

/** A body taken apart. With a problem there are no statements: the text as a whole does not parse. */
export interface ParsedSql {
  readonly statements: readonly Statement[];
  readonly problem: SqlProblem | null;
  /** Those outside literals and comments, in order of place. */
  readonly placeholders: readonly UnreplacedPlaceholder[];
}
