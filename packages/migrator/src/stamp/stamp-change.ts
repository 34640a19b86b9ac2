import { pathTo, type Revision } from '@godwit/history';
import type { AppliedRevision, Ledger } from '../ledger/ledger.ts';
import { commonPrefix } from '../plan/common-prefix.ts';
import type { PlanTarget } from '../plan/plan.ts';
import { positionOf } from '../plan/record.ts';
import type { LedgerPosition } from '../plan/step.ts';

/** What a stamp writes: rows that go, last first, and rows that come, first to last. */
export interface StampChange {
  readonly from: LedgerPosition;
  readonly to: LedgerPosition;
  readonly removed: readonly AppliedRevision[];
  readonly added: readonly Revision[];
}

interface StampOptions {
  readonly history: { readonly revisions: readonly Revision[] };
  readonly ledger: Pick<Ledger, 'applied'>;
  readonly target: PlanTarget;
}

/** Pure. Rows that the ledger and the way to the target share stay as they are, with their dates. */
export function stampChange({ history, ledger, target }: StampOptions): StampChange {
  const { applied } = ledger;
  const from = positionOf(applied.at(-1));
  if (target.kind === 'ledger') {
    const kept = target.hash === null ? 0 : applied.findIndex(({ hash }) => hash === target.hash) + 1;
    return { from, to: positionOf(applied[kept - 1]), removed: applied.slice(kept).reverse(), added: [] };
  }
  const path = target.kind === 'base' ? [] : pathTo(history, target.revision);
  const shared = commonPrefix(applied, path);
  const last = path.at(-1);
  return {
    from,
    to: last === undefined ? null : { hash: last.hash, ledgerName: last.ledgerName, name: last.name },
    removed: applied.slice(shared).reverse(),
    added: path.slice(shared),
  };
}
