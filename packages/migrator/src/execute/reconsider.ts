import type { Ledger } from '../ledger/ledger.ts';
import { ledgerHead, nameOfApplied } from '../ledger/ledger.ts';
import { beginsAt, headAfter, type Plan, type Step } from '../plan/step.ts';
import { LedgerMoved } from './execution-errors.ts';

interface Situation {
  readonly plan: Plan;
  /** The steps that are left. */
  readonly queue: readonly Step[];
  readonly ledger: Ledger;
  readonly replan: ((ledger: Ledger) => Plan) | undefined;
}

export interface Reconsidered {
  readonly plan: Plan;
  readonly queue: readonly Step[];
  /** Those that somebody else did. */
  readonly raced: readonly Step[];
}

/**
 * What is left to do after the ledger has been found elsewhere than expected. Somewhere along the rest of the plan: the rest from there.
 * Past its end, upward: nothing. Anywhere else: what a new plan says.
 *
 * @throws LedgerMoved when there is no new plan to be had
 */
export function reconsider({ plan, queue, ledger, replan }: Situation): Reconsidered {
  const head = ledgerHead(ledger)?.hash ?? null;
  const here = queue.findIndex((step) => beginsAt(step, ledger.applied));
  if (here >= 0) return { plan, queue: queue.slice(here), raced: queue.slice(0, here) };
  const last = queue.at(-1);
  const end = last === undefined ? (plan.to?.hash ?? null) : headAfter(last);
  const passed = plan.direction === 'up' && ledger.applied.some(({ hash }) => hash === end);
  if (end === head || passed) return { plan, queue: [], raced: queue };
  if (replan === undefined) throw new LedgerMoved(queue[0] ?? null, nameOf(ledger));
  const next = replan(ledger);
  return { plan: next, queue: next.steps, raced: [] };
}

function nameOf(ledger: Ledger): string {
  const head = ledgerHead(ledger);
  return head === null ? 'base' : nameOfApplied(head);
}
