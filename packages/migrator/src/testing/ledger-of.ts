import type { AppliedRevision, Ledger } from '../ledger/ledger.ts';
import { LEDGER_VERSION } from '../ledger/ledger-schema.ts';
import { storedRevert } from '../plan/record.ts';
import type { Plan } from '../plan/step.ts';
import type { TestHistory } from './history-of.ts';

/** The ledger of a database on which all of a history is applied; without `details` by graphile-migrate alone. */
export function ledgerOf(history: Pick<TestHistory, 'revisions'>, options: { readonly details?: boolean } = {}): Ledger {
  const applied = history.revisions.map(
    ({ hash, previousHash, ledgerName, name, message, revert }): AppliedRevision => ({
      hash,
      previousHash,
      ledgerName,
      appliedAt: new Date(0),
      details: options.details === false ? null : { name, message, durationMs: 1, appliedBy: 'tester', revert: storedRevert(revert) },
    }),
  );
  return { installed: true, version: LEDGER_VERSION, applied, unfinished: null, production: false, current: null, attempt: null };
}

/** What a plan makes of a ledger, when every step's expectation is met. */
export function ledgerAfter(ledger: Ledger, plan: Plan): Ledger {
  let applied = ledger.applied;
  for (const step of plan.steps) {
    const head = applied.at(-1)?.hash ?? null;
    if (head !== step.expectedHead) throw new Error(`${step.name} expects ${step.expectedHead}, the ledger stands at ${head}`);
    const { hash, previousHash, ledgerName, name, message, revert } = step;
    const details = { name, message, durationMs: 1, appliedBy: 'tester', revert };
    applied =
      step.direction === 'up' ? [...applied, { hash, previousHash, ledgerName, appliedAt: new Date(0), details }] : applied.slice(0, -1);
  }
  return { ...ledger, applied };
}
