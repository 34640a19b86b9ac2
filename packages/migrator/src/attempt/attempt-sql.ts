import type { RevisionHash } from '@godwit/history';
import { type CompiledStep, compileStep } from '../execute/compiled-step.ts';
import type { ExecuteSettings } from '../execute/execute-settings.ts';
import type { Direction } from '../ledger/ledger.ts';

/** SQL of the revision that is being written: the text itself, or what takes it back. */
export interface AttemptSql {
  /** What errors call it: `migrations/current.sql`. */
  readonly name: string;
  /** Before placeholders. */
  readonly body: string;
  readonly transactional: boolean;
  /** False for SQL that was computed: nothing in it is a placeholder. */
  readonly hasPlaceholders: boolean;
}

/** As the executor knows it: a step that belongs to no revision yet. */
export function compileAttempt(
  sql: AttemptSql,
  settings: Pick<ExecuteSettings, 'placeholders'>,
  { direction, expectedHead }: { readonly direction: Direction; readonly expectedHead: RevisionHash | null },
): CompiledStep {
  const { name, body, transactional, hasPlaceholders } = sql;
  const step = {
    hash: '',
    number: 0,
    name,
    ledgerName: name,
    message: null,
    revert: null,
    direction,
    previousHash: expectedHead,
    body,
    transactional,
    source: { kind: 'file', path: name, bodyLine: 1 },
    expectedHead,
  } as const;
  return hasPlaceholders ? compileStep(step, settings) : { step, sql: body };
}
