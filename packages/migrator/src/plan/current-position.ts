import { findByHash, type Position, type Revision } from '@godwit/history';
import type { AppliedRevision, Ledger } from '../ledger/ledger.ts';
import { positionOf } from './record.ts';
import type { LedgerPosition } from './step.ts';

type Tree = { readonly revisions: readonly Revision[] };

export interface CurrentPosition {
  /** Where the ledger stands. */
  readonly head: LedgerPosition;
  /** The same as a place in the history on disk; null when the disk does not have that revision. */
  readonly position: Position | null;
  /** The last applied revision that the disk has. */
  readonly nearest: Position;
  /** Applied here, not on disk, first to last. */
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
    nearest: at(places.findLast((revision) => revision !== null) ?? null),
    unknown: ledger.applied.filter((_, index) => places[index] === null),
  };
}

function at(revision: Revision | null): Position {
  return revision === null ? { kind: 'base' } : { kind: 'revision', revision };
}
