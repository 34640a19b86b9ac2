import { readSql } from '@godwit/postgres';
import { checkInsertionSql } from '../execute/prepared-statements.ts';
import { fillSql } from '../ledger/fill-sql.ts';
import type { Step } from '../plan/step.ts';

interface Required {
  /** What the message names: a step, or the script. */
  readonly step: string;
  /** Null is base. */
  readonly expectedHead: string | null;
  /** As a person names it. */
  readonly expectedName: string;
}

/** The executor's check of the ledger's head, as a statement that fails in words when the ledger stands elsewhere. */
export function requireHeadSql({ step, expectedHead, expectedName }: Required): string {
  const check = fillSql(readSql(import.meta.url, '../execute/sql/check-head.sql'), { expected_head: expectedHead });
  return requireSql({ step, expectedName, check });
}

/** The same for a step, which may go in beneath what is applied. */
export function requireStepSql(step: Step, expectedName: string): string {
  const { name, expectedHead, insertion } = step;
  if (insertion === undefined) return requireHeadSql({ step: name, expectedHead, expectedName });
  return requireSql({ step: name, expectedName, check: checkInsertionSql(step, insertion) });
}

function requireSql({
  step,
  expectedName,
  check,
}: {
  readonly step: string;
  readonly expectedName: string;
  readonly check: string;
}): string {
  const block = fillSql(readSql(import.meta.url, './sql/require-head.sql'), { step, expected_name: expectedName });
  return block.replace('-- :check', () => check.trim().replaceAll('\n', '\n    '));
}
