import type { Target } from '@godwit/history';
import type { AppliedRevision, Ledger } from '../ledger/ledger.ts';
import { nameOfApplied } from '../ledger/ledger.ts';
import type { PlanTarget } from './plan.ts';
import { numberOf } from './record.ts';

/**
 * Looks a target up among the applied revisions, for a build that does not have their files: `downgrade -1` on a database that is
 * ahead. `head` and `+N` mean nothing to a ledger.
 *
 * @returns null when the ledger knows no such revision, or more than one
 */
export function resolveLedgerTarget(ledger: Pick<Ledger, 'applied'>, target: Target): PlanTarget | null {
  const { applied } = ledger;
  switch (target.kind) {
    case 'base':
      return { kind: 'base' };
    case 'head':
      return null;
    case 'relative': {
      const left = applied.length + target.by;
      if (target.by > 0 || left < 0) return null;
      return left === 0 ? { kind: 'base' } : at(applied.slice(left - 1, left));
    }
    case 'number':
      return target.number === 0 ? { kind: 'base' } : at(applied.filter(({ ledgerName }) => numberOf(ledgerName) === target.number));
    case 'name':
      return at(applied.filter((one) => isNamed(one, target.text)));
  }
}

function at(found: readonly AppliedRevision[]): PlanTarget | null {
  const [first, second] = found;
  return first === undefined || second !== undefined ? null : { kind: 'ledger', hash: first.hash };
}

function isNamed(applied: AppliedRevision, text: string): boolean {
  const name = nameOfApplied(applied);
  const digits = /^(?:sha1:)?([0-9a-f]{7,40})$/i.exec(text)?.[1]?.toLowerCase();
  return name === text || name.replace(/^[0-9]+-/, '') === text || (digits !== undefined && applied.hash.startsWith(`sha1:${digits}`));
}
