import type { FactBase, StableId } from '@supabase/pg-delta/core';
import { type Action, plan } from '@supabase/pg-delta/plan';
import type { DifferenceStatement, LockMode, RenameCandidate } from '../difference.ts';
import { objectOfId } from './object-of-id.ts';

const LOCKS: Readonly<Record<Action['lockClass'], LockMode | null>> = {
  none: null,
  share: 'SHARE',
  shareRowExclusive: 'SHARE ROW EXCLUSIVE',
  shareUpdateExclusive: 'SHARE UPDATE EXCLUSIVE',
  accessExclusive: 'ACCESS EXCLUSIVE',
};

export interface PlannedChanges {
  readonly statements: readonly DifferenceStatement[];
  readonly renames: readonly RenameCandidate[];
}

/** The statements that make the one state into the other, in an order in which they can run. */
export function planChanges(from: FactBase, to: FactBase): PlannedChanges {
  const roles = [from, to].flatMap((base) => base.facts()).flatMap(({ id }) => (id.kind === 'role' ? [id.name] : []));
  const { actions, renameCandidates } = plan(from, to, { scope: 'database', renames: 'prompt', assumedRoles: [...new Set(roles)] });
  return {
    statements: actions.filter((action) => !dropsExtension(action)).map(statementOf),
    renames: renameCandidates.map(({ from: before, to: after }) => ({ from: objectOfId(before), to: objectOfId(after) })),
  };
}

/** Extensions are prerequisites: others may use them, and they stay. */
function dropsExtension(action: Action): boolean {
  return action.verb === 'drop' && action.destroys[0]?.kind === 'extension';
}

function statementOf(action: Action): DifferenceStatement {
  const id: StableId | undefined = action.produces[0] ?? action.destroys[0] ?? action.consumes[0];
  const object = id === undefined ? 'database' : objectOfId(id);
  return {
    sql: spell(action),
    summary: `${action.verb} ${object}`,
    object,
    lock: LOCKS[action.lockClass],
    transactional: action.transactionality !== 'nonTransactional',
    rewrites: action.rewriteRisk,
    losesData: action.dataLoss === 'destructive',
  };
}

function spell(action: Action): string {
  const sql = action.sql.trim().replace(/;$/, '');
  if (action.produces[0]?.kind === 'extension') return sql.replace(/^CREATE EXTENSION /, 'CREATE EXTENSION IF NOT EXISTS ');
  // An index of a partitioned table that is made ONLY on it stays invalid for ever.
  return action.produces[0]?.kind === 'index' ? sql.replace(/^(CREATE (?:UNIQUE )?INDEX \S+ ON) ONLY /, '$1 ') : sql;
}
