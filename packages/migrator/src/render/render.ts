import type { Placeholders } from '@godwit/history';
import type { Actor } from '../ledger/actor.ts';
import { ledgerSchemaSql } from '../ledger/ledger-schema.ts';
import { refreshSql } from '../ledger/ledger-writes.ts';
import type { Plan, Step } from '../plan/step.ts';
import { renderStep } from './render-step.ts';
import { requireHeadSql } from './require-head.ts';
import { scriptHead } from './script-head.ts';
import { beginScript, closeScript } from './transaction-script.ts';

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
 * a transaction a step. Running it leaves what executing the plan leaves, but for times and events; running it twice fails at
 * the first check. What the executor does between statements (try again for locks, repair) a script cannot do.
 *
 * @throws BodyRefused for a body that does not parse, or that the executor would refuse
 */
export async function render(options: RenderOptions): Promise<string> {
  const { plan, includeLedgerSchema, lockTimeoutMs = DEFAULT_SCRIPT_LOCK_TIMEOUT_MS } = options;
  const known = { ...options, lockTimeoutMs };
  const parts = [scriptHead(known)];
  if (includeLedgerSchema) parts.push(`begin isolation level read committed read write;\n${ledgerSchemaSql().trim()};\ncommit;\n`);
  if (plan.refreshes.length > 0) parts.push(await refreshes(known));
  let stands = plan.from?.name ?? 'base';
  for (const step of plan.steps) {
    parts.push(await renderStep(known, { step, expectedName: beginning(step, stands) }));
    stands = standsAfter(step, stands);
  }
  return parts.join('\n');
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

/** What the ledger learns of revisions that are applied already. */
async function refreshes(options: RenderOptions & { readonly lockTimeoutMs: number }): Promise<string> {
  const { from, refreshes: records } = options.plan;
  const check = requireHeadSql({ step: 'this script', expectedHead: from?.hash ?? null, expectedName: from?.name ?? 'base' });
  const title = `-- what the ledger does not know yet of ${records.map(({ name }) => name).join(', ')}\n`;
  return `${title}${await beginScript(options, check)}${await closeScript(records.map(refreshSql).join(';\n'))}`;
}
