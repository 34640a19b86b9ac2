import { expect, test } from 'vitest';
import { plan } from '../plan/plan.ts';
import type { Plan } from '../plan/step.ts';
import { historyOf } from '../testing/history-of.ts';
import { ledgerOf } from '../testing/ledger-of.ts';
import { LedgerMoved } from './execution-errors.ts';
import { reconsider } from './reconsider.ts';

const history = historyOf([1, 2, 3, 4].map((n) => ({ slug: `r${n}`, body: `select ${n}`, revert: `select -${n}` })));
const ledgerAt = (count: number) => ledgerOf({ revisions: history.revisions.slice(0, count) });

function planned(direction: 'up' | 'down', from: number, to: number): Plan {
  const revision = history.revisions[to - 1];
  return plan({
    history,
    ledger: ledgerAt(from),
    direction,
    target: revision === undefined ? { kind: 'base' } : { kind: 'revision', revision },
  });
}

const outcome = (of: Plan, at: number, replan?: () => Plan) => {
  const { queue, raced } = reconsider({ plan: of, queue: of.steps, ledger: ledgerAt(at), replan });
  return { left: queue.map(({ number }) => number), raced: raced.map(({ number }) => number) };
};

test('goes on from where the others have come', () => {
  expect(outcome(planned('up', 1, 4), 3)).toEqual({ left: [4], raced: [2, 3] });
  expect(outcome(planned('down', 4, 1), 2)).toEqual({ left: [2], raced: [4, 3] });
});

test('is done when they have come to the end, or upward past it', () => {
  expect(outcome(planned('up', 0, 3), 3)).toEqual({ left: [], raced: [1, 2, 3] });
  expect(outcome(planned('up', 0, 2), 4)).toEqual({ left: [], raced: [1, 2] });
  expect(outcome(planned('down', 4, 0), 0)).toEqual({ left: [], raced: [4, 3, 2, 1] });
});

test('plans again anywhere else, or gives up', () => {
  const again = planned('up', 1, 4);
  expect(outcome(planned('up', 2, 4), 1, () => again)).toEqual({ left: [2, 3, 4], raced: [] });
  expect(() => outcome(planned('up', 2, 4), 1)).toThrow(LedgerMoved);
  expect(() => outcome(planned('down', 3, 1), 0)).toThrow('Somebody moved this database to base');
});
