import { type Catalog, compareCatalogs, type Difference } from '@godwit/catalog';
import type { Revision } from '@godwit/history';
import type { Client } from '@godwit/postgres';
import type { Actor } from '../ledger/actor.ts';
import { ensureLedger } from '../ledger/ensure-ledger.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { nameOfApplied } from '../ledger/ledger.ts';
import type { PlanTarget } from '../plan/plan.ts';
import type { LedgerPosition } from '../plan/step.ts';
import { stampChange } from './stamp-change.ts';
import { StampMismatch, StampUnverified } from './stamp-errors.ts';
import { writeStamp } from './write-stamp.ts';

export interface StampOptions {
  readonly client: Client;
  readonly history: { readonly revisions: readonly Revision[] };
  /** As it was read just now. */
  readonly ledger: Ledger;
  /** As `resolveTarget` finds it, or `resolveLedgerTarget`. */
  readonly target: PlanTarget;
  /** What the database looks like. */
  readonly liveCatalog: Catalog;
  /** What the target looks like; null when that could not be built. */
  readonly expectedCatalog: Catalog | null;
  /** Why `expectedCatalog` is null, in one line. */
  readonly whyNotExpected?: string;
  /** Goes on without a comparison, or in spite of it. */
  readonly force: boolean;
  /** How long to wait for a run that holds the ledger, milliseconds; ten seconds unless given. */
  readonly lockTimeoutMs?: number;
  readonly actor: Actor;
}

export interface Stamped {
  readonly from: LedgerPosition;
  readonly to: LedgerPosition;
  /** Names of revisions that count as applied now and did not before. */
  readonly added: readonly string[];
  /** Names of those that do not any more. */
  readonly removed: readonly string[];
  /** What `force` passed over; empty when everything was as it should be. */
  readonly differences: readonly Difference[];
}

const DEFAULT_LOCK_TIMEOUT_MS = 10_000;

/**
 * Makes the ledger say that the database stands at a target, and runs nothing. The database is compared with what the target
 * looks like first. A ledger that says so already is left alone, unseen: repeating a stamp changes nothing.
 *
 * @throws StampMismatch, StampUnverified without `force`
 * @throws StampRaced, StampUnfinished, StampBusy
 * @throws LedgerNotCreatable, LedgerNotWritable, ServerReadOnly
 */
export async function stamp(options: StampOptions): Promise<Stamped> {
  const { client, liveCatalog, expectedCatalog, force, actor, lockTimeoutMs = DEFAULT_LOCK_TIMEOUT_MS } = options;
  const change = stampChange(options);
  const { from, to } = change;
  const outcome = { from, to, added: change.added.map(({ name }) => name), removed: change.removed.map(nameOfApplied), differences: [] };
  if (change.added.length === 0 && change.removed.length === 0) return outcome;
  const name = to?.name ?? 'base';
  if (expectedCatalog === null && !force)
    throw new StampUnverified(name, options.whyNotExpected ?? 'what it looks like could not be built');
  const differences = expectedCatalog === null ? [] : compareCatalogs(expectedCatalog, liveCatalog);
  if (differences.length > 0 && !force) throw new StampMismatch(name, differences);
  await ensureLedger(client);
  const compared = expectedCatalog !== null;
  await writeStamp({
    client,
    change,
    lockTimeoutMs,
    actor,
    detail: { added: outcome.added, removed: outcome.removed, compared, differences: differences.length },
  });
  return { ...outcome, differences };
}
