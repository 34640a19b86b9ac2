import { findByHash, type Position, type Revision, replacementsOf } from '@godwit/history';
import type { AppliedRevision, Ledger } from '../ledger/ledger.ts';
import { positionOf } from './record.ts';
import type { LedgerPosition } from './step.ts';

type Tree = { readonly revisions: readonly Revision[] };

export interface CurrentPosition {
  /** Where the ledger stands. */
  readonly head: LedgerPosition;
  /** The same as a place in the history on disk; null when the disk does not have that revision. */
  readonly position: Position | null;
  /**
   * The last applied revision that the disk has. When a merge has put the last one after others, the one before its new place: `+1` leads
   * there, and applies what is missing beneath it.
   */
  readonly nearest: Position;
  /** Applied here, not on disk, first to last; also what a merge has put elsewhere, by its old hash. */
  readonly unknown: readonly AppliedRevision[];
}

/** Finds the ledger's head in the history. */
export function currentPosition(history: Tree, ledger: Pick<Ledger, 'applied'>): CurrentPosition {
  const places = ledger.applied.map(({ hash }) => findByHash(history, hash));
  const head = ledger.applied.at(-1);
  const last = places.at(-1);
  return {
    head: positionOf(head),
    position: head === undefined ? at(null) : last ? at(last) : null,
    nearest: beforeMoved(history, head) ?? at(places.findLast((revision) => revision !== null) ?? null),
    unknown: ledger.applied.filter((_, index) => places[index] === null),
  };
}

function beforeMoved(history: Tree, head: AppliedRevision | undefined): Position | null {
  const [moved] = head === undefined ? [] : replacementsOf(history, head.hash);
  if (moved === undefined) return null;
  return at(moved.previousHash === null ? null : findByHash(history, moved.previousHash));
}

function at(revision: Revision | null): Position {
  return revision === null ? { kind: 'base' } : { kind: 'revision', revision };
}
