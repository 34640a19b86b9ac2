import { putSql } from '../ledger/fill-sql.ts';
import type { Step } from '../plan/step.ts';
import { indented, ownSql } from './own-sql.ts';

/** A DO block, which fails in words when the ledger stands elsewhere, sees no variables of psql, but settings. */
const SETTINGS = {
  expected_head: "nullif(current_setting('godwit.expected_head'), '')",
  previous_hash: "nullif(current_setting('godwit.previous_hash'), '')",
  next: "nullif(current_setting('godwit.next'), '')",
};

/** Statements that check, under the lock on the ledger, that a step of the plan begins where it should: the executor's own looks. */
export function checkSql(steps: readonly Step[]): readonly string[] {
  const head = executorsCheck('head');
  const insertion = executorsCheck('insertion');
  const isMerge = steps.some((step) => step.insertion !== undefined);
  const check = isMerge
    ? ownSql('./sql/check-either.sql')
        .replace('-- :head', () => indented(head, 2))
        .replace('-- :insertion', () => indented(insertion, 2))
    : head;
  return [
    ownSql('./sql/name-step.sql'),
    ...(isMerge ? [ownSql('./sql/name-place.sql')] : []),
    ownSql('./sql/require-head.sql').replace('-- :check', () => indented(check, 4)),
  ];
}

function executorsCheck(kind: 'head' | 'insertion'): string {
  return putSql(ownSql(`../execute/sql/check-${kind}.sql`), SETTINGS);
}
