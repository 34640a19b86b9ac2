import { frameAt } from '@godwit/diagnostics';
import type { Step } from '../plan/step.ts';
import { parseStatements } from '../statements/parse-statements.ts';
import { findTransactionControl } from '../statements/transaction-control.ts';
import type { CompiledStep } from './compiled-step.ts';
import { BodyRefused } from './execution-errors.ts';
import { sourceName } from './source-name.ts';

/** A body without any of these words has neither transaction control nor anything that only psql understands, and is not parsed. */
const SUSPICIOUS = /\\|\b(?:abort|begin|commit|end|prepare|release|rollback|savepoint|start|stdin)\b/i;

/**
 * Refuses, before the first step, what cannot be part of a step: transaction control, psql's commands, COPY … FROM stdin. A syntax error
 * is left to the server, which knows its own version's grammar, and runs nothing of a text that does not parse.
 *
 * @throws BodyRefused
 */
export async function checkBodies(steps: readonly CompiledStep[]): Promise<void> {
  for (const { step, sql } of steps) if (SUSPICIOUS.test(sql)) await checkBody(step);
}

async function checkBody(step: Step): Promise<void> {
  const { statements, problem } = await parseStatements(step.body);
  if (problem !== null && problem.kind !== 'syntax') throw refused(step, problem);
  for (const { command, where, offset, help } of await findTransactionControl(statements)) {
    if (where === 'do block' && !step.transactional) continue;
    throw refused(step, { message: `${command} cannot be part of a revision`, offset, help });
  }
}

interface Refusal {
  readonly message: string;
  readonly offset: number;
  readonly help: string | null;
}

function refused(step: Step, { message, offset, help }: Refusal): BodyRefused {
  const before = step.source.kind === 'file' ? '\n'.repeat(step.source.bodyLine - 1) : '';
  return new BodyRefused(step, { message, help, frame: frameAt(sourceName(step), before + step.body, before.length + offset) });
}
