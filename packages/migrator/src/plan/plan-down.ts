import type { GodwitError } from '@godwit/diagnostics';
import { findByHash, pathTo, type Revision, replacementsOf } from '@godwit/history';
import type { AppliedRevision, StoredRevert } from '../ledger/ledger.ts';
import { nameOfApplied } from '../ledger/ledger.ts';
import { commonPrefix } from './common-prefix.ts';
import { divergence } from './divergence.ts';
import { isSameSql } from './follow-merge.ts';
import { hashOfTarget, type PlanOptions } from './plan.ts';
import { IrreversibleRevision, MissingRevert, TargetAbove } from './plan-errors.ts';
import { numberOf, positionOf, storedRevert } from './record.ts';
import type { Plan, Step } from './step.ts';

type DownOptions = Omit<PlanOptions, 'direction'>;

export function planDown(options: DownOptions): Plan {
  const { ledger } = options;
  const { applied } = ledger;
  const hash = hashOfTarget(options.target);
  const end = hash === null ? 0 : applied.findIndex((one) => one.hash === hash) + 1;
  if (hash !== null && end === 0) throw unreachable(options);
  const undone = applied.slice(end).reverse();
  return {
    direction: 'down',
    from: positionOf(applied.at(-1)),
    to: positionOf(applied[end - 1]),
    steps: undone.map((one, index) => downStep(one, knownAs(options, one), index === 0 ? null : nameOfApplied(one))),
    refreshes: [],
    unfinished: ledger.unfinished,
    databaseAhead: applied.filter((one) => knownAs(options, one) === null).length,
  };
}

/** The target is not in the ledger: it lies ahead, or on another line. */
function unreachable({ history, ledger, target }: DownOptions): GodwitError {
  const { applied } = ledger;
  const head = applied.at(-1);
  const revision = target.kind === 'revision' ? target.revision : null;
  const path = revision === null ? [] : pathTo(history, revision);
  const shared = commonPrefix(applied, path);
  return (
    divergence({ history, applied, path, shared }) ??
    new TargetAbove(revision?.name ?? hashOfTarget(target) ?? 'base', head === undefined ? 'base' : nameOfApplied(head))
  );
}

/** The revision on disk, also when a merge has put it elsewhere since: the way back of the same SQL is the same. */
export function knownAs({ history, ledger }: Pick<DownOptions, 'history' | 'ledger'>, { hash }: AppliedRevision): Revision | null {
  const followed = [null, ...ledger.applied.map((row) => row.hash), ...history.revisions.map((revision) => revision.hash)];
  return findByHash(history, hash) ?? replacementsOf(history, hash).find((revision) => isSameSql(revision, hash, followed)) ?? null;
}

/**
 * Takes an applied revision back.
 *
 * @param revision what the disk has of it
 * @param reachable how far one can go down before this revision is in the way; null when it is the first
 * @throws MissingRevert, IrreversibleRevision
 */
export function downStep(applied: AppliedRevision, revision: Revision | null, reachable: string | null): Step {
  const { hash, previousHash, ledgerName, details } = applied;
  const name = nameOfApplied(applied);
  const { revert, source } = wayBack(revision, details?.revert ?? null);
  if (revert === null) throw new MissingRevert({ revision: name, path: `reverts/${revision?.name ?? name}.sql`, reachable });
  if (revert.kind === 'irreversible') throw new IrreversibleRevision({ revision: name, reason: revert.reason, reachable });
  return {
    hash,
    number: numberOf(ledgerName),
    name,
    ledgerName,
    message: details?.message ?? revision?.message ?? null,
    revert,
    direction: 'down',
    previousHash,
    body: revert.body,
    transactional: revert.transactional,
    source,
    expectedHead: hash,
  };
}

/** What the disk says wins: it may be a correction of what was stored. */
function wayBack(
  revision: Revision | null,
  stored: StoredRevert | null,
): { readonly revert: StoredRevert | null; readonly source: Step['source'] } {
  const onDisk = revision?.revert ?? null;
  if (onDisk === null) return { revert: stored, source: { kind: 'ledger' } };
  const source =
    onDisk.kind === 'sql' ? ({ kind: 'file', path: onDisk.path, bodyLine: onDisk.bodyLine } as const) : ({ kind: 'ledger' } as const);
  return { revert: storedRevert(onDisk), source };
}
