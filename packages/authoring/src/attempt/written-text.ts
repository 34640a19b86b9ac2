import { createHash } from 'node:crypto';
import { applyPlaceholders, type Placeholders } from '@godwit/history';
import { parseStatements, type Statement, type StoredUndo } from '@godwit/migrator';
import type { Current } from '../current/current.ts';
import { readCurrent } from '../current/read-current.ts';
import { readRevert, storedRevert, type WrittenRevert } from './read-revert.ts';
import { undoOfStatements } from './undo-of-statements.ts';

/** What stands in the author's files at one moment. */
export interface WrittenText {
  readonly current: Current;
  /** Null when `revert.sql` is blank. */
  readonly revert: WrittenRevert | null;
  /** As it is sent. */
  readonly sql: string;
  /** Of that: whether it was applied already. */
  readonly digest: string;
  /** None when it does not parse, which the server will say in its own words. */
  readonly statements: readonly Statement[];
  /** Nothing but comments and white space. */
  readonly isBlank: boolean;
}

/** @throws what `readCurrent` and `readSqlFile` throw */
export async function readWritten(folder: string, placeholders: Placeholders): Promise<WrittenText> {
  const current = readCurrent(folder);
  const revert = await readRevert(folder);
  const sql = applyPlaceholders(current.body, placeholders);
  const { statements, problem } = await parseStatements(sql);
  return {
    current,
    revert,
    sql,
    digest: `sha256:${createHash('sha256').update(sql).digest('hex')}`,
    statements,
    isBlank: statements.length === 0 && problem === null,
  };
}

/** Its way back, when that is known without asking the database: the author wrote it, or the text does nothing but add. */
export function ownUndo({ current, revert, statements }: WrittenText): StoredUndo | null {
  if (revert !== null) return storedRevert(revert);
  // Outside a transaction a failure leaves a part of it.
  const body = current.transactional ? undoOfStatements(statements) : null;
  return body === null ? null : { source: 'statements', body, transactional: true };
}
