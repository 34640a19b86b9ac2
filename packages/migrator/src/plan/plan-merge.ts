import { hashRevision, type Revision, replacementsOf } from '@godwit/history';
import { type AppliedRevision, nameOfApplied, type StoredRevert } from '../ledger/ledger.ts';
import { divergence } from './divergence.ts';
import { findReplaced, followMerge, type Replaced } from './follow-merge.ts';
import type { PlanOptions } from './plan.ts';
import { downStep, knownAs } from './plan-down.ts';
import { ForkedFromLedger, IrreversibleRevision, MergedSince, MissingRevert, NoWayToFollow } from './plan-errors.ts';
import { recordOf } from './record.ts';
import type { Insertion, LedgerPosition, Move, Plan, RowChange, Step } from './step.ts';
import { stepUp } from './step-of.ts';

type MergeOptions = Omit<PlanOptions, 'direction'>;

/**
 * The steps for a ledger and a line of history that part after `shared` revisions, because a merge has put what is applied after others.
 * What can stay stays, and the others go in beneath it; the rest is reverted first, and applied again where it belongs now.
 *
 * @throws EditedAppliedRevision, ForkedFromLedger when it was no merge
 * @throws MergedSince, NoWayToFollow
 */
export function planMerge(options: MergeOptions, path: readonly Revision[], shared: number): Pick<Plan, 'to' | 'steps' | 'moves'> {
  const { following } = options;
  const rest = options.ledger.applied.slice(shared);
  const replaced = findReplaced(path, rest);
  const [first] = replaced ?? [];
  if (replaced === null || first === undefined) throw notFollowed(options, path, shared);
  if (following === undefined) throw new MergedSince({ applied: nameOfApplied(first.applied), now: first.revision.name, leftOut: false });
  const { kept, redone, because } = followMerge(path, { shared, replaced, following });
  const last = path.at(-1);
  return {
    to: last === undefined ? null : placeOf(last),
    steps: [...downSteps(options, redone, because), ...upSteps(path, shared, kept)],
    moves: replaced.map(({ applied, revision }, index): Move => {
      const from = { hash: applied.hash, ledgerName: applied.ledgerName, name: nameOfApplied(applied) };
      const isKept = index < kept.length;
      return { from, to: placeOf(revision), how: isKept ? 'kept' : 'redone', because: isKept ? null : because };
    }),
  };
}

function placeOf({ hash, ledgerName, name }: Revision): NonNullable<LedgerPosition> {
  return { hash, ledgerName, name };
}

/** Why the line does not lead over what is applied. */
function notFollowed({ history, ledger: { applied } }: MergeOptions, path: readonly Revision[], shared: number): unknown {
  const unknown = applied.findIndex((row, index) => index >= shared && replacementsOf(history, row.hash).length === 0);
  if (unknown === shared) return divergence({ history, applied, path, shared });
  const [row, before] = [applied[unknown], applied[unknown - 1]];
  if (row !== undefined && before !== undefined)
    return new ForkedFromLedger({ applied: row, planned: null, parting: nameOfApplied(before) });
  const left = applied[shared];
  const now = left === undefined ? undefined : replacementsOf(history, left.hash)[0];
  return new MergedSince({ applied: left === undefined ? '' : nameOfApplied(left), now: now?.name ?? '', leftOut: true });
}

/** The last one goes first. */
function downSteps(options: MergeOptions, redone: readonly Replaced[], because: string | null): readonly Step[] {
  return redone.toReversed().map(({ applied }) => {
    try {
      return downStep(applied, knownAs(options, applied), null);
    } catch (error) {
      if (!(error instanceof MissingRevert || error instanceof IrreversibleRevision)) throw error;
      throw new NoWayToFollow({ applied: nameOfApplied(applied), because: because ?? '', cause: error });
    }
  });
}

function upSteps(path: readonly Revision[], shared: number, kept: readonly Replaced[]): readonly Step[] {
  const top = kept.at(-1);
  return path.flatMap((revision, index): Step[] => {
    if (index < shared || kept.some((one) => one.index === index)) return [];
    if (top === undefined || index > top.index) return [stepUp(revision)];
    const above = kept.filter((one) => one.index > index);
    return [{ ...stepUp(revision), expectedHead: top.applied.hash, insertion: insertionAt(path, index, above) }];
  });
}

/**
 * Rows that follow without a gap have everything beneath them when this one is in, and get their new hashes. The one after a gap stays as
 * it is, but for what it follows: between two steps the ledger is a chain, and the next plan goes on from there.
 */
function insertionAt(path: readonly Revision[], index: number, above: readonly Replaced[]): Insertion {
  const changes: RowChange[] = [];
  for (const one of above) {
    const before = path[index + changes.length];
    if (one.index === index + changes.length + 1) changes.push(renamedRow(one));
    else {
      const { hash, ledgerName } = one.applied;
      changes.push({
        oldHash: hash,
        hash,
        previousHash: before?.hash ?? null,
        ledgerName,
        name: nameOfApplied(one.applied),
        renamed: null,
      });
      break;
    }
  }
  const top = above.at(-1)?.applied.hash ?? '';
  return { next: above[0]?.applied.hash ?? '', changes, headAfter: changes.find(({ oldHash }) => oldHash === top)?.hash ?? top };
}

function renamedRow({ applied, revision }: Replaced): RowChange {
  const { hash, previousHash, ledgerName } = revision;
  const renamed = { ...recordOf(revision), revert: recordOf(revision).revert ?? carried(applied, revision) };
  return { oldHash: applied.hash, hash, previousHash, ledgerName, name: nameOfApplied(applied), renamed };
}

/** A revert that only the ledger has belongs to the new hash from then on. */
function carried({ details }: AppliedRevision, { hash }: Revision): StoredRevert | null {
  const revert = details?.revert ?? null;
  return revert?.kind === 'sql' ? { ...revert, hash: hashRevision(revert.body, hash) } : revert;
}
