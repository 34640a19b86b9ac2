import { parseTarget } from '@godwit/history';
import { expect, test } from 'vitest';
import { historyOf } from '../testing/history-of.ts';
import { ledgerOf } from '../testing/ledger-of.ts';
import { checkApplied } from './check-applied.ts';
import { currentPosition } from './current-position.ts';
import { resolveLedgerTarget } from './resolve-ledger-target.ts';

const history = historyOf([1, 2, 3].map((n) => ({ slug: `r${n}`, body: `select ${n}` })));
const [one, two, three] = history.revisions;
const firstTwo = { revisions: history.revisions.slice(0, 2), heads: history.revisions.slice(1, 2) };

test('tells edited, forked and unknown revisions apart', () => {
  expect(checkApplied(history, ledgerOf(history))).toEqual([]);
  expect(checkApplied(firstTwo, ledgerOf(history))).toMatchObject([{ kind: 'unknown', applied: { hash: three?.hash } }]);
  const edited = historyOf([{ slug: 'r3', body: 'select 33' }], firstTwo.revisions);
  expect(checkApplied(edited, ledgerOf(history))).toMatchObject([
    { kind: 'edited', applied: { hash: three?.hash }, revision: { name: '000003-r3' } },
  ]);
  const forked = historyOf([{ slug: 'mine', body: 'select 33' }], firstTwo.revisions);
  expect(checkApplied(forked, ledgerOf(history))).toMatchObject([{ kind: 'forked', instead: [{ name: '000003-mine' }] }]);
});

test('finds the place of the ledger on disk, or the nearest below it', () => {
  expect(currentPosition(history, ledgerOf(firstTwo))).toMatchObject({
    head: { name: '000002-r2' },
    position: { revision: two },
    unknown: [],
  });
  const ahead = currentPosition(firstTwo, ledgerOf(history));
  expect(ahead).toMatchObject({
    head: { name: '000003-r3' },
    position: null,
    nearest: { revision: two },
    unknown: [{ hash: three?.hash }],
  });
  expect(currentPosition(history, { applied: [] })).toEqual({
    head: null,
    position: { kind: 'base' },
    nearest: { kind: 'base' },
    unknown: [],
  });
});

test('resolves targets by the ledger alone', () => {
  const ledger = ledgerOf(history);
  const find = (text: string) => resolveLedgerTarget(ledger, parseTarget(text));
  const at = (revision: typeof one) => ({ kind: 'ledger', hash: revision?.hash });
  expect(find('-1')).toEqual(at(two));
  expect(find('-3')).toEqual({ kind: 'base' });
  expect(find('-4')).toBeNull();
  expect(find('base')).toEqual({ kind: 'base' });
  expect(find('1')).toEqual(at(one));
  expect(find('r2')).toEqual(at(two));
  expect(find('000003-r3')).toEqual(at(three));
  expect(find(one?.hash.slice(0, 15) ?? '')).toEqual(at(one));
  expect(find('nope')).toBeNull();
  expect(find('+1')).toBeNull();
});
