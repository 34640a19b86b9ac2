import { frameAt } from '@godwit/diagnostics';
import type { Statement } from '@godwit/migrator/statements';
import { describeServerError, readServerError, type ServerErrorFields } from '@godwit/postgres';
import type { Check } from '../checks/check.ts';
import { CheckStatementFailed } from '../errors/run-errors.ts';
import type { CheckOutcome, LeftOutReason } from './check-result.ts';
import type { CheckSettings } from './check-session.ts';

/** What the server says when it is not the check's fault that it cannot be made, and why. */
const NOT_MADE: Readonly<Record<string, readonly [LeftOutReason, string]>> = {
  '25006': ['writes', 'a function of it writes'],
  '55P03': ['locked', 'somebody holds a lock that it needs'],
  '40P01': ['deadlock', 'it ended in a deadlock with somebody else'],
  '55P04': ['uncommitted', 'it uses a value of an enum that is not committed yet'],
};

const CANCELLED = '57014';
const NOT_PERMITTED = '42501';

/** A statement as it was sent, and the error that came. */
export interface Refusal {
  readonly statement: Statement;
  readonly sent: string;
  readonly error: unknown;
  /** How long it ran, milliseconds. */
  readonly ms: number;
}

/** The constraint and SQLSTATE that an error is, as `Raises` has them. */
export function nameOfError({ sqlState, constraint }: Pick<ServerErrorFields, 'sqlState' | 'constraint'>): string {
  return constraint === undefined ? sqlState : `${sqlState} ${constraint}`;
}

/** What an error that was not asked for means; the connection stands. */
export function judgeError({ file }: Check, refusal: Refusal, settings: CheckSettings): CheckOutcome {
  const { statement, sent, error } = refusal;
  const described = describeServerError(error, { sql: sent, file: file.path, bodyLine: 1 });
  const server = readServerError(error);
  if (described === null || server === null) throw error;
  const notMade = NOT_MADE[server.sqlState];
  if (notMade !== undefined) return { state: 'left out', reason: notMade[0], because: notMade[1] };
  // With a placeholder in it a statement is sent otherwise than it is written.
  const within = sent === statement.text ? offsetIn(sent, described.frame) : 0;
  return {
    state: 'error',
    error: new CheckStatementFailed({
      sqlState: server.sqlState,
      message: server.message,
      details: described.details,
      frame: frameAt(file.path, file.text, statement.offset + within),
      help: adviceFor(server, refusal, settings),
      cause: error,
    }),
  };
}

function adviceFor({ sqlState }: ServerErrorFields, { ms }: Refusal, { statementTimeoutMs }: CheckSettings): string {
  if (sqlState === CANCELLED) {
    return statementTimeoutMs !== null && ms >= statementTimeoutMs
      ? `it took longer than ${statementTimeoutMs / 1000} s, which a check on a live database may not: look at less, or by an index`
      : 'somebody has cancelled the statement, or statement_timeout of this role or database is short';
  }
  if (sqlState === NOT_PERMITTED) return 'use a role that may do it, or let the owner grant it';
  return 'correct the check; when what it names is not there yet, or no longer: --! From and --! Until';
}

function offsetIn(text: string, { line, column }: { readonly line: number; readonly column: number }): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
}
