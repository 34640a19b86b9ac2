import { extractCatalog } from '@godwit/catalog';
import type { Revision } from '@godwit/history';
import type { Client } from '@godwit/postgres';
import { execute } from '../../execute/execute.ts';
import { readLedger } from '../../ledger/read-ledger.ts';
import { plan } from '../../plan/plan.ts';
import type { Plan } from '../../plan/step.ts';
import { type RenderOptions, render } from '../render.ts';

export interface Chain {
  readonly revisions: readonly Revision[];
  readonly heads: readonly Revision[];
}

export type Settings = Pick<RenderOptions, 'placeholders' | 'pgSettings'> & Partial<Pick<RenderOptions, 'searchPath' | 'lockTimeoutMs'>>;

export const PLAIN: Settings = { placeholders: {}, pgSettings: {} };

const ACTOR = { osUser: null, host: null, godwitVersion: '1.2.3' };

/** The plan from where a database stands to the revision of that number; 0 is base. */
export async function planTo(client: Client, history: Chain, number: number): Promise<Plan> {
  const ledger = await readLedger(client);
  const revision = history.revisions[number - 1];
  const target = revision === undefined ? ({ kind: 'base' } as const) : ({ kind: 'revision', revision } as const);
  return plan({ history, ledger, target, direction: number < ledger.applied.length ? 'down' : 'up' });
}

export async function executePlan(client: Client, connect: () => Promise<Client>, steps: Plan, settings: Settings = PLAIN): Promise<void> {
  await execute({ plan: steps, client, connect, settings: { ...settings, actor: ACTOR } });
}

export function renderPlan(
  steps: Plan,
  settings: Settings = PLAIN,
  options: { readonly includeLedgerSchema?: boolean } = {},
): Promise<string> {
  return render({
    ...settings,
    plan: steps,
    includeLedgerSchema: true,
    databaseName: null,
    generatedBy: 'godwit 1.2.3',
    actor: ACTOR,
    ...options,
  });
}

const LEDGER = `
  select hash, previous_hash, filename,
    (select to_jsonb(known) - 'applied_at' - 'duration_ms' from godwit.revision as known where known.hash = migration.hash) as known
  from graphile_migrate.migrations as migration order by filename`;

/** All that a plan leaves behind but times and events. */
export async function standOf(
  client: Client,
): Promise<{ readonly catalog: unknown; readonly ledger: readonly unknown[]; readonly extra: unknown }> {
  const catalog = await extractCatalog(client);
  const { rows: ledger } = await client.query(LEDGER);
  const { rows: extra } = await client.query(
    'select (select count(*)::int from godwit.revision) as known, (select count(*)::int from godwit.journal) as unfinished',
  );
  return { catalog, ledger, extra: extra[0] };
}
