import type { Revert, Revision } from '@godwit/history';
import type { AppliedRevision, StoredRevert } from '../ledger/ledger.ts';
import { nameOfApplied } from '../ledger/ledger.ts';
import type { LedgerPosition, RevisionRecord } from './step.ts';

export function recordOf(revision: Revision): RevisionRecord {
  const { hash, number, name, ledgerName, message } = revision;
  return { hash, number, name, ledgerName, message, revert: storedRevert(revision.revert) };
}

export function storedRevert(revert: Revert | null): StoredRevert | null {
  if (revert === null) return null;
  if (revert.kind === 'irreversible') return { kind: 'irreversible', reason: revert.reason };
  return { kind: 'sql', hash: revert.hash, body: revert.body, transactional: revert.transactional };
}

/** The disk may have another name for it than the ledger (its slug was changed); the ledger's stands for what was applied. */
export function positionOf(applied: AppliedRevision | undefined | null): LedgerPosition {
  if (!applied) return null;
  return { hash: applied.hash, ledgerName: applied.ledgerName, name: nameOfApplied(applied) };
}

/** 3 for `000003.sql`. */
export function numberOf(ledgerName: string): number {
  return Number.parseInt(ledgerName, 10);
}
