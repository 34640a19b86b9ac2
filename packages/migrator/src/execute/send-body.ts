import { readSql } from '@godwit/postgres';
import type { Step } from '../plan/step.ts';
import { parseStatements } from '../statements/parse-statements.ts';
import { BEFORE_BODY } from './begin-step.ts';
import type { CompiledStep } from './compiled-step.ts';
import type { ExecutionEvent, Observer } from './execution-event.ts';
import type { Run } from './run.ts';
import { type ScriptEnd, sendPair, sendScript } from './send-script.ts';

/** A statement of a body that failed. */
export interface BodyFailure {
  readonly error: unknown;
  /** How many statements of the body were done before it; all of them when what they deferred failed. */
  readonly index: number;
  /** Where the text that was sent, in which positions count, begins in the compiled body. */
  readonly offset: number;
  /** How many characters were sent before it. */
  readonly before?: number;
}

interface Notice {
  readonly severity?: string | undefined;
  readonly message?: string | undefined;
}

/**
 * Sends a body: whole, in one round trip, or statement by statement when somebody wants to see them. One that was sent ahead is heard of.
 *
 * @returns the failure, or null
 */
export async function sendBody(run: Run, compiled: CompiledStep): Promise<BodyFailure | null> {
  if (run.begun?.step === compiled.step) return await hearOfBody(run, run.begun.body);
  const { tell, stop } = listen(run, compiled.step);
  tell();
  try {
    return run.settings.verbose ? await sendEach(run, compiled) : await sendWhole(run, compiled);
  } finally {
    stop();
  }
}

/** A body that the server is at. */
export interface SentBody {
  readonly end: Promise<ScriptEnd>;
  /** Tells the observer what the server has said meanwhile, and from then on at once. */
  readonly tell: () => void;
}

/**
 * Sends a body right behind the message that begins its step, see `beginBeforeBodySql`. What becomes of it `sendBody` tells when its turn
 * has come.
 */
export function sendBodyAhead(
  run: Run,
  { step, sql }: CompiledStep,
  beginning: string,
): { readonly beginning: Promise<ScriptEnd>; readonly body: SentBody } {
  const { first, second } = sendPair(run.session.client, beginning, `${BEFORE_BODY}${sql}\n;${endBody()}`);
  const { tell, stop } = listen(run, step);
  return { beginning: first, body: { end: second.finally(stop), tell } };
}

async function hearOfBody(run: Run, { end, tell }: SentBody): Promise<BodyFailure | null> {
  tell();
  const { commands, error } = await end;
  run.begun = null;
  return error === null ? null : { error, index: Math.max(0, commands.length - 1), offset: 0, before: BEFORE_BODY.length };
}

/** Hears what the server says, and keeps it until somebody may be told. */
function listen({ session: { client }, observer }: Run, step: Step): { readonly tell: () => void; readonly stop: () => void } {
  const held: ExecutionEvent[] = [];
  let take: Observer = (event) => held.push(event);
  const onNotice = ({ severity = 'NOTICE', message = '' }: Notice): void => take({ kind: 'notice', step, severity, message });
  client.on('notice', onNotice);
  return {
    tell: () => {
      take = observer;
      for (const event of held.splice(0)) observer(event);
    },
    stop: () => client.off('notice', onNotice),
  };
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
