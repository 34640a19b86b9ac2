import { readSql } from '@godwit/postgres';
import { parseStatements } from '../statements/parse-statements.ts';
import type { CompiledStep } from './compiled-step.ts';
import type { Run } from './run.ts';
import { sendScript } from './send-script.ts';

/** A statement of a body that failed. */
export interface BodyFailure {
  readonly error: unknown;
  /** How many statements of the body were done before it; all of them when what they deferred failed. */
  readonly index: number;
  /** Where the text that was sent, in which positions count, begins in the compiled body. */
  readonly offset: number;
}

interface Notice {
  readonly severity?: string | undefined;
  readonly message?: string | undefined;
}

/**
 * Sends a body: whole, in one round trip, or statement by statement when somebody wants to see them.
 *
 * @returns the failure, or null
 */
export async function sendBody(run: Run, compiled: CompiledStep): Promise<BodyFailure | null> {
  const { client } = run.session;
  const onNotice = ({ severity = 'NOTICE', message = '' }: Notice): void => {
    run.observer({ kind: 'notice', step: compiled.step, severity, message });
  };
  client.on('notice', onNotice);
  try {
    return run.settings.verbose ? await sendEach(run, compiled) : await sendWhole(run, compiled);
  } finally {
    client.off('notice', onNotice);
  }
}

async function sendWhole(run: Run, { step, sql }: CompiledStep): Promise<BodyFailure | null> {
  // The line break ends a comment in the last line.
  const { commands, error } = await sendScript(run.session.client, step.transactional ? `${sql}\n;${endBody()}` : sql);
  return error === null ? null : { error, index: commands.length, offset: 0 };
}

async function sendEach(run: Run, compiled: CompiledStep): Promise<BodyFailure | null> {
  const { step, sql } = compiled;
  const { statements, problem } = await parseStatements(sql);
  if (problem !== null) return sendWhole(run, compiled);
  for (const [index, { text, offset }] of statements.entries()) {
    const start = performance.now();
    try {
      if (run.signal?.aborted) throw run.signal.reason;
      const { rowCount } = await run.session.client.query(text);
      run.observer({ kind: 'statementFinished', step, sql: text, ms: performance.now() - start, rows: rowCount });
    } catch (error) {
      return { error, index, offset };
    }
  }
  const deferred = step.transactional ? await sendWhole(run, { step, sql: '' }) : null;
  return deferred === null ? null : { ...deferred, index: statements.length };
}

function endBody(): string {
  return readSql(import.meta.url, './sql/end-body.sql');
}
