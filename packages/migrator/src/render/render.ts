import type { Placeholders } from '@godwit/history';
import { readSql } from '@godwit/postgres';
import type { Actor } from '../ledger/actor.ts';
import { fillSql } from '../ledger/fill-sql.ts';
import { ledgerSchemaSql } from '../ledger/ledger-schema.ts';
import type { Plan, Step } from '../plan/step.ts';
import { enterStep, placeOf, refreshRevision, renameRevision } from './enter-variables.ts';
import { definePsqlVariable, type PsqlVariable } from './psql-variable.ts';
import { renderRefreshes } from './render-refreshes.ts';
import { renderStep } from './render-step.ts';
import { scriptHead } from './script-head.ts';
import { beginAlone, beginStep, endAlone, endStep } from './step-variables.ts';

export interface RenderOptions {
  readonly plan: Pick<Plan, 'direction' | 'from' | 'to' | 'steps' | 'refreshes'>;
  /** As `resolvePlaceholders` gives them. */
  readonly placeholders: Placeholders;
  /** As in `ExecuteSettings`. */
  readonly pgSettings: Readonly<Record<string, string>>;
  /** `public` unless given. */
  readonly searchPath?: string;
  /** How long a step of the script waits for each lock, milliseconds: nobody tries again for it. Ten seconds unless given. */
  readonly lockTimeoutMs?: number;
  /** Whether the script creates the ledger first: when the database's is not at this version, or not known. */
  readonly includeLedgerSchema: boolean;
  /** Null for a range without a database. */
  readonly databaseName: string | null;
  /** `godwit 1.2.3`, for the head of the script. */
  readonly generatedBy: string;
  /** For the ledger; who will run the script is not known. */
  readonly actor: Actor;
}

const DEFAULT_SCRIPT_LOCK_TIMEOUT_MS = 10_000;

/**
 * A plan as a script for psql, made of the executor's own statements: known session, lock on the ledger, check, body, ledger,
 * a transaction a step. What all steps share is said once, at the top. Running it leaves what executing the plan leaves, but for times and
 * events; running it twice fails at the first check. What the executor does between statements (try again for locks, repair) a
 * script cannot do.
 *
 * @throws BodyRefused for a body that does not parse, or that the executor would refuse
 */
export async function render(options: RenderOptions): Promise<string> {
  const { plan, includeLedgerSchema, lockTimeoutMs = DEFAULT_SCRIPT_LOCK_TIMEOUT_MS } = options;
  const known = { ...options, lockTimeoutMs };
  const head = scriptHead(known);
  if (plan.steps.length === 0 && plan.refreshes.length === 0) return head;
  const parts = [head, readSql(import.meta.url, './sql/require-session.sql')];
  if (includeLedgerSchema) parts.push(`begin isolation level read committed read write;\n${ledgerSchemaSql().trim()}\ncommit;\n`);
  parts.push(requireLedger(plan), ...variablesOf(known).map(definePsqlVariable));
  const isMerge = plan.steps.some(({ insertion }) => insertion !== undefined);
  if (plan.refreshes.length > 0) parts.push(renderRefreshes(known, isMerge));
  let stands = plan.from?.name ?? 'base';
  for (const step of plan.steps) {
    parts.push(await renderStep(known, step, { expectedName: beginning(step, stands), isMerge }));
    stands = standsAfter(step, stands);
  }
  return parts.join('\n');
}

/** Whether there is a ledger and the role may write what the plan writes: said before the first step. */
function requireLedger({ steps, refreshes }: RenderOptions['plan']): string {
  const kinds = [...steps.map(placeOf), ...(steps.every(isTransactional) ? [] : ['alone']), ...(refreshes.length === 0 ? [] : ['refresh'])];
  return fillSql(readSql(import.meta.url, './sql/require-ledger.sql'), { kinds: `{${[...new Set(kinds)].join(',')}}` });
}

/** Those that the script uses. */
function variablesOf(options: RenderOptions & { readonly lockTimeoutMs: number }): readonly PsqlVariable[] {
  const { steps, refreshes } = options.plan;
  const places = [...new Set(steps.map(placeOf))];
  return [
    beginStep(options),
    ...(refreshes.length > 0 ? [refreshRevision(options)] : []),
    ...(steps.some(isTransactional) ? [endStep()] : []),
    ...(steps.every(isTransactional) ? [] : [beginAlone(options), endAlone()]),
    ...places.map((place) => enterStep(place, options)),
    ...(places.includes('beneath') ? [renameRevision(options)] : []),
  ];
}

function isTransactional({ transactional }: Step): boolean {
  return transactional;
}

/** Where the ledger must stand for a step, in words. */
function beginning({ direction, name, insertion }: Step, stands: string): string {
  if (direction === 'down') return name;
  return insertion === undefined ? stands : `${stands}, beneath ${insertion.changes[0]?.name}`;
}

/** Where the ledger stands after a step, in words. */
function standsAfter({ direction, name, insertion }: Step, before: string): string {
  if (direction === 'down') return `what comes before ${name}`;
  if (insertion === undefined) return name;
  return insertion.changes.find(({ hash, renamed }) => renamed !== null && hash === insertion.headAfter)?.renamed?.name ?? before;
}
