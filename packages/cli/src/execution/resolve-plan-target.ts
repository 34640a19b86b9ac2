import { type History, parseTarget, resolveTarget } from '@godwit/history';
import { currentPosition, type Ledger, type PlanTarget, resolveLedgerTarget } from '@godwit/migrator';

/**
 * Looks up what a person asked for: on disk, counted from where the database stands; downward also among the applied revisions that this disk
 * does not have, so that an older build can roll a newer database back.
 *
 * @throws UnknownTarget, AmbiguousTarget, TargetOutOfRange, ForkedHistory
 */
export function resolvePlanTarget(history: History, ledger: Ledger, text: string, direction: 'up' | 'down'): PlanTarget {
  const target = parseTarget(text);
  const current = currentPosition(history, ledger);
  if (direction === 'down' && current.unknown.length > 0) {
    const known = resolveLedgerTarget(ledger, target);
    if (known) return known;
  }
  return resolveTarget(history, target, current.position ?? current.nearest);
}
