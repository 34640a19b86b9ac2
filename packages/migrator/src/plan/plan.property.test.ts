import fc from 'fast-check';
import { expect, test } from 'vitest';
import { historyOf, type TestHistory } from '../testing/history-of.ts';
import { ledgerAfter, ledgerOf } from '../testing/ledger-of.ts';
import { type PlanTarget, plan } from './plan.ts';

const slug = fc.stringMatching(/^[a-z]{1,8}$/);
const histories = fc
  .array(fc.record({ slug, body: slug, revert: slug }), { maxLength: 12 })
  .map((drafts) =>
    historyOf(drafts.map(({ slug: name, body, revert }) => ({ slug: name, body: `select '${body}'`, revert: `select '${revert}'` }))),
  );
const places = histories.chain((history) => {
  const place = fc.integer({ min: 0, max: history.revisions.length });
  return fc.record({ history: fc.constant(history), a: place, b: place });
});

const upTo = (history: TestHistory, count: number): TestHistory => ({ revisions: history.revisions.slice(0, count), heads: [] });

function targetAt(history: TestHistory, count: number): PlanTarget {
  const revision = history.revisions[count - 1];
  return revision === undefined ? { kind: 'base' } : { kind: 'revision', revision };
}

test('from anywhere to anywhere above: each step follows from the one before, and the last is the target', () => {
  fc.assert(
    fc.property(places, ({ history, a, b }) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const ledger = ledgerOf(upTo(history, low));
      const up = plan({ history, ledger, direction: 'up', target: targetAt(history, high) });
      expect(up.steps).toHaveLength(high - low);
      expect(ledgerAfter(ledger, up).applied.map(({ hash }) => hash)).toEqual(upTo(history, high).revisions.map(({ hash }) => hash));
      expect(up.to?.hash ?? null).toBe(history.revisions[high - 1]?.hash ?? null);
    }),
  );
});

test('down is up backwards: the same revisions in reverse, and the ledger is where it was', () => {
  fc.assert(
    fc.property(places, ({ history, a, b }) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const before = ledgerOf(upTo(history, low));
      const up = plan({ history, ledger: before, direction: 'up', target: targetAt(history, high) });
      const there = ledgerAfter(before, up);
      const down = plan({ history, ledger: there, direction: 'down', target: targetAt(history, low) });
      expect(down.steps.map(({ hash }) => hash)).toEqual(up.steps.map(({ hash }) => hash).reverse());
      expect(ledgerAfter(there, down)).toEqual(before);
      expect([down.from, down.to]).toEqual([up.to, up.from]);
    }),
  );
});

test('a build without the files rolls back by what the ledger stored', () => {
  fc.assert(
    fc.property(places, ({ history, a, b }) => {
      const ledger = ledgerOf(history);
      const known = upTo(history, a);
      const target: PlanTarget = b === 0 ? { kind: 'base' } : { kind: 'ledger', hash: history.revisions[b - 1]?.hash ?? null };
      const down = plan({ history: known, ledger, direction: 'down', target });
      expect(ledgerAfter(ledger, down).applied).toEqual(ledger.applied.slice(0, b));
      expect(down.steps.filter(({ source }) => source.kind === 'ledger')).toHaveLength(history.revisions.length - Math.max(a, b));
    }),
  );
});
