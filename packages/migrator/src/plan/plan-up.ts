import { findByHash, pathTo, type Revision } from '@godwit/history';
import type { AppliedRevision } from '../ledger/ledger.ts';
import { nameOfApplied } from '../ledger/ledger.ts';
import { commonPrefix } from './common-prefix.ts';
import type { PlanOptions } from './plan.ts';
import { HistoryMissing, TargetBelow } from './plan-errors.ts';
import { planMerge } from './plan-merge.ts';
import { positionOf } from './record.ts';
import { refreshesOf } from './refresh.ts';
import type { Plan } from './step.ts';
import { stepUp } from './step-of.ts';

type UpOptions = Omit<PlanOptions, 'direction'>;

export function planUp(options: UpOptions): Plan {
  const { history, ledger } = options;
  const { applied } = ledger;
  if (history.revisions.length === 0 && applied.length > 0) throw new HistoryMissing(applied, history.folder);
  const path = pathOf(options);
  const head = applied.at(-1);
  const from = positionOf(head);
  const shared = commonPrefix(applied, path);
  const stay = {
    direction: 'up',
    from,
    to: from,
    steps: [],
    refreshes: refreshesOf(history, applied),
    unfinished: ledger.unfinished,
  } as const;
  if (shared === applied.length) {
    const steps = path.slice(shared).map(stepUp);
    const last = path.at(-1);
    return {
      ...stay,
      to: steps.length === 0 || last === undefined ? from : { hash: last.hash, ledgerName: last.ledgerName, name: last.name },
      steps,
      databaseAhead: 0,
    };
  }
  if (shared < path.length) return { ...stay, ...planMerge(options, path, shared), databaseAhead: 0 };
  if (!isDiskBehind(options, head)) throw new TargetBelow(path.at(-1)?.name ?? 'base', head === undefined ? 'base' : nameOfApplied(head));
  return { ...stay, databaseAhead: applied.length - shared };
}

function pathOf({ history, ledger, target }: UpOptions): readonly Revision[] {
  if (target.kind === 'base') return [];
  if (target.kind === 'revision') return pathTo(history, target.revision);
  const known = target.hash === null ? null : findByHash(history, target.hash);
  if (known !== null) return pathTo(history, known);
  const end = ledger.applied.findIndex(({ hash }) => hash === target.hash);
  return ledger.applied.slice(0, end + 1).flatMap(({ hash }) => findByHash(history, hash) ?? []);
}

/** The target is the end of what this disk knows, and the ledger stands at something it does not know. */
function isDiskBehind({ history, target }: UpOptions, head: AppliedRevision | undefined): boolean {
  if (head === undefined || findByHash(history, head.hash) !== null) return false;
  return target.kind === 'revision' && history.heads.some(({ hash }) => hash === target.revision.hash);
}
