import type { AppliedRevision, Ledger } from '../ledger/ledger.ts';
import { LEDGER_VERSION } from '../ledger/ledger-schema.ts';
import { orderChain } from '../ledger/order-chain.ts';
import { storedRevert } from '../plan/record.ts';
import { beginsAt, headAfter, type Insertion, type Plan } from '../plan/step.ts';
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
    if (!beginsAt(step, applied))
      throw new Error(`${step.name} expects ${step.expectedHead}, the ledger stands at ${applied.at(-1)?.hash}`);
    const { hash, previousHash, ledgerName, name, message, revert } = step;
    const details = { name, message, durationMs: 1, appliedBy: 'tester', revert };
    const added = { hash, previousHash, ledgerName, appliedAt: new Date(0), details };
    applied = step.direction === 'down' ? applied.slice(0, -1) : orderChain([...applied.map((row) => changed(row, step.insertion)), added]);
    if ((applied.at(-1)?.hash ?? null) !== headAfter(step)) throw new Error(`${step.name} does not end at ${headAfter(step)}`);
  }
  return { ...ledger, applied };
}

function changed(row: AppliedRevision, insertion: Insertion | undefined): AppliedRevision {
  const change = insertion?.changes.find(({ oldHash }) => oldHash === row.hash);
  if (change === undefined) return row;
  const { hash, previousHash, ledgerName, renamed } = change;
  if (renamed === null) return { ...row, hash, previousHash, ledgerName };
  const { name, message, revert } = renamed;
  return { ...row, hash, previousHash, ledgerName, details: { name, message, revert, durationMs: 1, appliedBy: 'tester' } };
}
