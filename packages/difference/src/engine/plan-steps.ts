import type { LockMode } from '@godwit/migrator';
import { encodeId, type FactBase, type StableId } from '@supabase/pg-delta/core';
import { type Action, plan } from '@supabase/pg-delta/plan';
import type { Aspect, FactOrder, Step } from '../steps/step.ts';
import { objectOfId } from './object-of-id.ts';

const LOCKS: Readonly<Record<Action['lockClass'], LockMode | null>> = {
  none: null,
  share: 'SHARE',
  shareRowExclusive: 'SHARE ROW EXCLUSIVE',
  shareUpdateExclusive: 'SHARE UPDATE EXCLUSIVE',
  accessExclusive: 'ACCESS EXCLUSIVE',
};

export interface PlannedSteps {
  /** In an order in which they can run. */
  readonly steps: readonly Step[];
  readonly order: FactOrder;
  /** Catalog ids of what is dropped and made again. */
  readonly remade: ReadonlySet<string>;
}

/** The engine's steps from one state to the other. */
export function planSteps(from: FactBase, to: FactBase): PlannedSteps {
  const roles = [from, to].flatMap((base) => base.facts()).flatMap(({ id }) => (id.kind === 'role' ? [id.name] : []));
  const { actions } = plan(from, to, { scope: 'database', assumedRoles: [...new Set(roles)] });
  const kept = actions.filter((action) => !isOfExtension(action));
  const made = new Set(kept.flatMap(({ produces }) => produces.filter(isObject).map(objectOfId)));
  const remade = kept.flatMap(({ destroys }) => destroys.filter(isObject).map(objectOfId)).filter((object) => made.has(object));
  return { steps: kept.map(stepOf), order: orderOf(from, to), remade: new Set(remade) };
}

/** Extensions are prerequisites: others may use them, and they stay. Their comment comes with them. */
function isOfExtension(action: Action): boolean {
  const [id] = [...action.produces, ...action.destroys];
  if (id?.kind === 'comment') return id.target.kind === 'extension';
  return action.verb === 'drop' && id?.kind === 'extension';
}

/** Not what hangs on an object: a comment, a grant, a default. */
function isObject({ kind }: StableId): boolean {
  return !['comment', 'acl', 'securityLabel', 'default'].includes(kind);
}

function stepOf(action: Action): Step {
  const id = action.produces[0] ?? action.destroys[0] ?? action.consumes[0];
  return {
    sql: spell(action),
    verb: action.verb,
    object: id === undefined ? 'database' : objectOfId(id),
    aspect: aspectOf(action, id),
    produces: action.produces.map(encodeId),
    destroys: action.destroys.map(encodeId),
    consumes: action.consumes.map(encodeId),
    releases: action.releases.map(encodeId),
    lock: LOCKS[action.lockClass],
    transactional: action.transactionality !== 'nonTransactional',
    rewrites: action.rewriteRisk,
    losesData: action.dataLoss === 'destructive',
  };
}

function spell(action: Action): string {
  const sql = action.sql.trim().replace(/;$/, '');
  const kind = action.produces[0]?.kind;
  // A prerequisite that the database may have already.
  if (kind === 'extension') return sql.replace(/^CREATE EXTENSION /, 'CREATE EXTENSION IF NOT EXISTS ');
  // An index of a partitioned table that is made ONLY on it stays invalid for ever.
  if (kind === 'view' || kind === 'materializedView') return sql.replace(/ AS {1,2}(SELECT|WITH)\b/, ' AS\n $1');
  if (kind === 'function' || kind === 'procedure') return spellRoutine(sql);
  return kind === 'index' ? sql.replace(/ ON ONLY /, ' ON ') : sql;
}

/** Without the space before each line of the head, which PostgreSQL prints there. */
function spellRoutine(sql: string): string {
  const body = sql.search(/\nAS \$|\n ?BEGIN ATOMIC|\n ?RETURN /);
  return body < 0 ? sql : `${sql.slice(0, body).replaceAll('\n ', '\n')}${sql.slice(body).replace(/^\n ?/, '\n')}`;
}

function aspectOf({ sql, verb }: Action, id: StableId | undefined): Aspect {
  if (id?.kind === 'comment') return 'comment';
  if (id?.kind === 'acl' || /^(?:GRANT|REVOKE|ALTER DEFAULT PRIVILEGES) /.test(sql)) return 'grants';
  if (verb === 'alter' && / OWNER TO "/.test(sql)) return 'owner';
  if (id?.kind === 'column' || id?.kind === 'default') return id.kind;
  return id?.kind === 'constraint' ? 'constraint' : 'object';
}

function orderOf(from: FactBase, to: FactBase): FactOrder {
  const before = new Map(from.facts().map((fact) => [encodeId(fact.id), fact]));
  const after = new Map(to.facts().map((fact) => [encodeId(fact.id), fact]));
  return {
    needs: (key) => {
      const fact = after.get(key);
      if (fact === undefined) return [];
      return [...to.outgoingEdges(fact.id).map((edge) => edge.to), ...(fact.parent === undefined ? [] : [fact.parent])].map(encodeId);
    },
    dependents: (key) => {
      const fact = before.get(key);
      if (fact === undefined) return [];
      return [...from.incomingEdges(fact.id).map((edge) => edge.from), ...from.childrenOf(fact.id).map(({ id }) => id)].map(encodeId);
    },
  };
}
