import type { CodeFrame } from '@godwit/diagnostics';
import { describeServerError, extensionAdvice, extensionProblem, readServerError } from '@godwit/postgres';
import { parseStatements } from '../statements/parse-statements.ts';
import { stepFrame } from '../statements/step-frame.ts';
import type { CompiledStep } from './compiled-step.ts';
import { type Remains, remainsInWords } from './errors/execution-error.ts';
import { ConnectionLost, type ExecutionError, GateClosed, StepFailed } from './execution-errors.ts';
import { isConnectionLoss } from './is-connection-loss.ts';
import type { Run } from './run.ts';
import type { BodyFailure } from './send-body.ts';
import { sourceName } from './source-name.ts';
import { takeOverAdvice } from './take-over-advice.ts';
import { withoutEnd } from './without-end.ts';

interface FailedStatement {
  /** As it was sent. */
  readonly sent: string;
  /** As it was written: with placeholders. */
  readonly written: string;
  /** Where it begins in the compiled body. */
  readonly offset: number;
}

/** Of `godwit.require_backfill`. */
const GATE_CLOSED = 'GW400';

/** Stands for the statement when what the body deferred to its end fails there. */
const DEFERRED = 'set constraints all immediate';

/** Puts the failure of a body into the terms of its file: which statement, where, why, and what to do. */
export async function stepFailure(run: Run, compiled: CompiledStep, failure: BodyFailure, remains: Remains): Promise<ExecutionError> {
  const { step, sql } = compiled;
  const server = readServerError(failure.error);
  if (server === null || isConnectionLoss(failure.error)) return new ConnectionLost(step, failure.error);
  if (server.sqlState === GATE_CLOSED) return new GateClosed(step, { backfill: server.constraint ?? '', state: server.detail ?? null });
  const failed = await findStatement(compiled, failure);
  const described = describeServerError(failure.error, { sql: failed.sent, file: sourceName(step), bodyLine: 1 });
  if (described === null) return new ConnectionLost(step, failure.error);
  // Without a position the server's context may still name a line of the statement.
  const offset =
    server.position === undefined
      ? failed.offset + offsetIn(failed.sent, described.frame)
      : failure.offset + unitsBefore(sql.slice(failure.offset), server.position - 1 - (failure.before ?? 0));
  return new StepFailed(step, {
    statement: failed.written,
    sqlState: described.sqlState,
    message: withoutEnd(described.message),
    details: [...described.details, ...internalDetails(described.internal)],
    frame: stepFrame(step, run.settings.placeholders, offset),
    help: [
      ...adviceFor(run, failure.error, failed.sent),
      ...takeOverAdvice(step, described.sqlState),
      `${remainsInWords(remains)} Mend the data or the revision (\`godwit uncommit\` opens the last one again), and run the command again to go on from here.`,
    ].join('\n'),
    cause: failure.error,
  });
}

async function findStatement({ step, sql }: CompiledStep, failure: BodyFailure): Promise<FailedStatement> {
  const [sent, written] = [await parseStatements(sql), await parseStatements(step.body)];
  const statement = sent.statements[failure.index];
  if (failure.index > 0 && failure.index === sent.statements.length) return { sent: '', written: DEFERRED, offset: sql.length };
  if (statement === undefined) return { sent: sql, written: step.body.trim(), offset: 0 };
  const { text, offset } = statement;
  // A placeholder that stands for several statements would shift the count.
  const same = written.statements.length === sent.statements.length ? written.statements[failure.index] : undefined;
  return { sent: text, written: same?.text ?? text, offset };
}

function adviceFor(run: Run, error: unknown, statement: string): string[] {
  const { client, serverVersion } = run.session;
  const problem = extensionProblem(error, statement);
  return problem === null ? [] : extensionAdvice({ ...problem, serverVersion, database: client.database, user: client.user });
}

function internalDetails(internal: CodeFrame | undefined): string[] {
  const line = internal?.text.split('\n')[internal.line - 1]?.trim();
  return internal === undefined || line === undefined ? [] : [`in ${internal.file}, line ${internal.line}: ${line}`];
}

/** How many UTF-16 code units that many characters take: the server counts in code points. */
function unitsBefore(text: string, characters: number): number {
  let units = 0;
  let left = characters;
  for (const character of text) {
    if (left-- <= 0) break;
    units += character.length;
  }
  return units;
}

function offsetIn(text: string, { line, column }: CodeFrame): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
}
