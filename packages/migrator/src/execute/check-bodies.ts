import { inspectBody } from '../statements/inspect-body.ts';
import { stepFrame } from '../statements/step-frame.ts';
import type { CompiledStep } from './compiled-step.ts';
import type { ExecuteSettings } from './execute-settings.ts';
import { BodyRefused } from './execution-errors.ts';

/**
 * A body in a transaction without any of these, and without what looks like a placeholder, has nothing that `inspectBody` refuses, and need not be parsed: transaction control, what
 * only psql understands, what runs outside transactions alone, a placeholder without a value.
 */
const SUSPICIOUS =
  /\\|\b(?:abort|begin|client_encoding|cluster|commit|concurrently|database|discard|end|names|prepare|reindex|release|rollback|savepoint|standard_conforming_strings|start|stdin|system|tablespace|vacuum)\b/i;

const PLACEHOLDER = /(?<!:):[A-Z]/;

/**
 * Refuses, before the first step, what cannot be part of a step. A syntax error is left to the server, which knows its own version's
 * grammar, and runs nothing of a text that does not parse.
 *
 * @throws BodyRefused
 */
export async function checkBodies(steps: readonly CompiledStep[], { placeholders }: Pick<ExecuteSettings, 'placeholders'>): Promise<void> {
  for (const { step, sql } of steps) {
    if (step.transactional && !SUSPICIOUS.test(sql) && !PLACEHOLDER.test(sql)) continue;
    const { finding } = await inspectBody(sql, step.transactional);
    if (finding === null || finding.kind === 'syntax') continue;
    throw new BodyRefused(step, { ...finding, frame: stepFrame(step, placeholders, finding.offset) });
  }
}
