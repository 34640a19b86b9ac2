import type { TransactionStmtKind } from 'libpg-query';
import { loadSqlParser } from './parser.ts';
import type { Statement } from './statement.ts';

/** A place where a body would end or split the transaction that its step runs in. */
export interface TransactionControl {
  /** `COMMIT`, `SAVEPOINT`; as PostgreSQL names it, not as it was written (`END` is `COMMIT`). */
  readonly command: string;
  /** Index of the statement in the body. */
  readonly index: number;
  /** Place of the statement in the body, in UTF-16 code units. */
  readonly offset: number;
  /** `do block`: fails inside a transaction (2D000), works in a step without one. `statement`: never allowed. */
  readonly where: 'statement' | 'do block';
  readonly help: string;
}

const COMMANDS: Readonly<Record<TransactionStmtKind, string>> = {
  TRANS_STMT_BEGIN: 'BEGIN',
  TRANS_STMT_START: 'START TRANSACTION',
  TRANS_STMT_COMMIT: 'COMMIT',
  TRANS_STMT_ROLLBACK: 'ROLLBACK',
  TRANS_STMT_SAVEPOINT: 'SAVEPOINT',
  TRANS_STMT_RELEASE: 'RELEASE SAVEPOINT',
  TRANS_STMT_ROLLBACK_TO: 'ROLLBACK TO SAVEPOINT',
  TRANS_STMT_PREPARE: 'PREPARE TRANSACTION',
  TRANS_STMT_COMMIT_PREPARED: 'COMMIT PREPARED',
  TRANS_STMT_ROLLBACK_PREPARED: 'ROLLBACK PREPARED',
};

/**
 * Finds BEGIN, COMMIT, SAVEPOINT and the like among the statements, and COMMIT or ROLLBACK in the PL/pgSQL of a DO block.
 * `begin … end` of a function's body is none. What a called procedure does, or an EXECUTE, cannot be seen here.
 */
export async function findTransactionControl(statements: readonly Statement[]): Promise<readonly TransactionControl[]> {
  const found: TransactionControl[] = [];
  for (const [index, { node, offset, text }] of statements.entries()) {
    if ('TransactionStmt' in node) {
      const command = COMMANDS[node.TransactionStmt.kind ?? 'TRANS_STMT_BEGIN'];
      found.push({ command, index, offset, where: 'statement', help: helpFor(command) });
    } else if ('DoStmt' in node) {
      const command = await endsTransaction(text);
      const help =
        'move what needs its own transactions into a backfill, or make the DO block the only statement of a `--! no-transaction` revision';
      if (command !== null) found.push({ command, index, offset, where: 'do block', help });
    }
  }
  return found;
}

function helpFor(command: string): string {
  if (command.includes('SAVEPOINT'))
    return 'remove it: a revision is applied whole or not at all. For an error that is expected use a DO block with EXCEPTION';
  if (command.includes('PREPARE')) return 'remove it: two-phase transactions cannot be part of a migration';
  return 'remove it: each revision runs in a transaction of its own. Split what must be committed separately into two revisions';
}

async function endsTransaction(block: string): Promise<string | null> {
  const parser = await loadSqlParser();
  try {
    const tree = JSON.stringify(parser.parseBody(block));
    if (tree.includes('"PLpgSQL_stmt_commit":')) return 'COMMIT';
    return tree.includes('"PLpgSQL_stmt_rollback":') ? 'ROLLBACK' : null;
  } catch {
    // Another language than PL/pgSQL, or a body that the server will refuse in its own words.
    return null;
  }
}
