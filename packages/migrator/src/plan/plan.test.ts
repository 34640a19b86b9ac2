import { describe, expect, test } from 'vitest';
import type { Ledger } from '../ledger/ledger.ts';
import { historyOf, type TestHistory } from '../testing/history-of.ts';
import { ledgerOf } from '../testing/ledger-of.ts';
import { plan } from './plan.ts';
import {
  EditedAppliedRevision,
  ForkedFromLedger,
  HistoryMissing,
  IrreversibleRevision,
  MissingRevert,
  TargetAbove,
  TargetBelow,
} from './plan-errors.ts';
import type { Plan } from './step.ts';

const drafts = [1, 2, 3, 4].map((n) => ({ slug: `r${n}`, body: `create table t${n} ()`, revert: `drop table t${n}` }));
const history = historyOf(drafts);
const first = (count: number): TestHistory => historyOf(drafts.slice(0, count));

/** By number; 0 is base. */
function planTo(number: number, direction: 'up' | 'down', ledger: Ledger, disk: TestHistory = history): Plan {
  const revision = disk.revisions[number - 1];
  return plan({ history: disk, ledger, direction, target: revision === undefined ? { kind: 'base' } : { kind: 'revision', revision } });
}

const names = ({ steps }: Plan): string[] => steps.map(({ name }) => name);

describe('upward', () => {
  test('takes what the ledger does not have, first to last', () => {
    const result = planTo(4, 'up', ledgerOf(first(2)));
    expect(names(result)).toEqual(['000003-r3', '000004-r4']);
    expect(result.from?.name).toBe('000002-r2');
    expect(result.to).toEqual({ hash: history.revisions[3]?.hash, ledgerName: '000004.sql', name: '000004-r4' });
    expect(result.steps[0]).toMatchObject({
      direction: 'up',
      expectedHead: history.revisions[1]?.hash,
      body: 'create table t3 ()\n',
      source: { kind: 'file', path: 'migrations/committed/000003-r3.sql', bodyLine: 4 },
      revert: { kind: 'sql', body: 'drop table t3\n' },
    });
  });

  test('has nothing to do at the target', () => {
    const result = planTo(4, 'up', ledgerOf(history));
    expect(result).toMatchObject({ steps: [], refreshes: [], databaseAhead: 0 });
    expect(result.to).toEqual(result.from);
  });

  test('begins at base in a database that nobody has migrated', () => {
    expect(names(planTo(2, 'up', ledgerOf(first(0))))).toEqual(['000001-r1', '000002-r2']);
  });

  test('a disk behind the ledger is no error at its head', () => {
    const result = planTo(2, 'up', ledgerOf(history), first(2));
    expect(result).toMatchObject({ steps: [], databaseAhead: 2 });
    expect(result.to?.name).toBe('000004-r4');
  });

  test('a disk without any revision is not one that is behind', () => {
    const failure = thrown(() => planTo(0, 'up', ledgerOf(first(2)), first(0)));
    expect(failure).toBeInstanceOf(HistoryMissing);
    expect(failure).toMatchObject({ code: 'GW216', applied: 2, message: 'This database has 2 revisions, and there is none on disk' });
    const known = { ...first(0), folder: 'sql' };
    expect(thrown(() => planTo(0, 'up', ledgerOf(first(1)), known))).toMatchObject({
      message: 'This database has 1 revision, and there is none on disk',
      details: ['Looked in: sql/committed', 'The database stands at 000001-r1'],
    });
    expect(planTo(0, 'up', ledgerOf(first(0)), first(0))).toMatchObject({ steps: [], databaseAhead: 0 });
    expect(names(planTo(0, 'down', ledgerOf(first(2)), first(0)))).toEqual(['000002-r2', '000001-r1']);
  });

  test('to an earlier revision says downgrade', () => {
    expect(() => planTo(2, 'up', ledgerOf(history))).toThrow(new TargetBelow('000002-r2', '000004-r4'));
    expect(() => planTo(1, 'up', ledgerOf(history), first(2))).toThrow(TargetBelow);
    expect(() => planTo(0, 'up', ledgerOf(first(1)))).toThrow(TargetBelow);
  });

  test('an edited applied file stops it', () => {
    const edited = historyOf([...drafts.slice(0, 1), { slug: 'r2', body: 'create table t2 (id int)' }, ...drafts.slice(2)]);
    const failure = thrown(() => planTo(4, 'up', ledgerOf(first(3)), edited));
    expect(failure).toBeInstanceOf(EditedAppliedRevision);
    expect(failure).toMatchObject({
      code: 'GW210',
      path: 'migrations/committed/000002-r2.sql',
      appliedHash: history.revisions[1]?.hash,
      diskHash: edited.revisions[1]?.hash,
    });
    expect(thrown(() => planTo(4, 'up', ledgerOf(first(3), { details: false }), edited))).toBeInstanceOf(EditedAppliedRevision);
  });

  test('another branch in the ledger is a fork, not an edit', () => {
    const other = historyOf([{ slug: 'theirs', body: 'select 1' }], first(2).revisions);
    const failure = thrown(() => planTo(4, 'up', ledgerOf(other)));
    expect(failure).toBeInstanceOf(ForkedFromLedger);
    expect(failure).toMatchObject({ applied: '000003-theirs', planned: '000003-r3', message: expect.stringContaining('000003-theirs') });
    const both = { revisions: [...history.revisions, ...other.revisions.slice(2)], heads: [] };
    expect(thrown(() => planTo(4, 'up', ledgerOf(other, { details: false }), both))).toBeInstanceOf(ForkedFromLedger);
  });

  test('teaches the ledger what graphile-migrate did not know, and a corrected revert', () => {
    const known = planTo(4, 'up', ledgerOf(first(2), { details: false }));
    expect(known.refreshes).toEqual([
      expect.objectContaining({ name: '000001-r1', number: 1, revert: expect.objectContaining({ body: 'drop table t1\n' }) }),
      expect.objectContaining({ name: '000002-r2', number: 2 }),
    ]);
    const corrected = historyOf([{ slug: 'r1', body: 'create table t1 ()', revert: 'drop table t1 cascade' }, ...drafts.slice(1)]);
    expect(planTo(4, 'up', ledgerOf(history), corrected).refreshes.map(({ revert }) => revert)).toEqual([
      expect.objectContaining({ body: 'drop table t1 cascade\n' }),
    ]);
  });

  test('keeps a stored revert that the disk has lost', () => {
    const without = historyOf(drafts.map(({ slug, body }) => ({ slug, body })));
    expect(planTo(4, 'up', ledgerOf(history), without).refreshes).toEqual([]);
  });
});

describe('downward', () => {
  test('takes reverts in reverse', () => {
    const result = planTo(1, 'down', ledgerOf(history));
    expect(result.steps.map(({ name, body, expectedHead }) => [name, body, expectedHead])).toEqual([
      ['000004-r4', 'drop table t4\n', history.revisions[3]?.hash],
      ['000003-r3', 'drop table t3\n', history.revisions[2]?.hash],
      ['000002-r2', 'drop table t2\n', history.revisions[1]?.hash],
    ]);
    expect(result.to?.name).toBe('000001-r1');
    expect(planTo(0, 'down', ledgerOf(history)).to).toBeNull();
  });

  test('takes the stored revert of a revision that the disk does not know', () => {
    const result = planTo(1, 'down', ledgerOf(history), first(2));
    expect(result.databaseAhead).toBe(2);
    expect(result.steps.map(({ source }) => source.kind)).toEqual(['ledger', 'ledger', 'file']);
  });

  test("a revert on disk wins over the ledger's", () => {
    const corrected = historyOf([{ slug: 'r1', body: 'create table t1 ()', revert: 'drop table t1 cascade' }]);
    expect(planTo(0, 'down', ledgerOf(first(1)), corrected).steps[0]).toMatchObject({
      body: 'drop table t1 cascade\n',
      source: { kind: 'file' },
    });
  });

  test('a revert of an edited file is not taken for the applied one', () => {
    const edited = historyOf([{ slug: 'r1', body: 'create table other ()', revert: 'drop table other' }]);
    expect(planTo(0, 'down', ledgerOf(first(1)), edited).steps[0]).toMatchObject({ body: 'drop table t1\n', source: { kind: 'ledger' } });
  });

  test('stops before anything is done where there is no way back, and says how far it goes', () => {
    const stuck = historyOf(
      [drafts[0], { slug: 'r2', body: 'select 2' }, { slug: 'r3', body: 'select 3', revert: 'select 3' }].filter(
        (one) => one !== undefined,
      ),
    );
    const failure = thrown(() => planTo(0, 'down', ledgerOf(stuck), stuck));
    expect(failure).toBeInstanceOf(MissingRevert);
    expect(failure).toMatchObject({ code: 'GW212', revision: '000002-r2', help: expect.stringContaining('godwit downgrade 000002-r2') });
  });

  test('stops at an irreversible revision with its reason', () => {
    const stuck = historyOf([{ slug: 'r1', body: 'select 1', revert: { irreversible: 'rows were merged' } }]);
    const failure = thrown(() => planTo(0, 'down', ledgerOf(stuck), stuck));
    expect(failure).toBeInstanceOf(IrreversibleRevision);
    expect(failure).toMatchObject({ code: 'GW213', reason: 'rows were merged', help: expect.not.stringContaining('As far as') });
  });

  test('to a later revision says upgrade, and to another branch that it is one', () => {
    expect(() => planTo(4, 'down', ledgerOf(first(2)))).toThrow(new TargetAbove('000004-r4', '000002-r2'));
    const other = historyOf([{ slug: 'theirs', body: 'select 1' }], first(2).revisions);
    expect(() => planTo(3, 'down', ledgerOf(other))).toThrow(ForkedFromLedger);
  });

  test('has nothing to do at the target', () => {
    expect(planTo(2, 'down', ledgerOf(first(2)))).toMatchObject({ steps: [], refreshes: [] });
    expect(planTo(0, 'down', ledgerOf(first(0)))).toMatchObject({ steps: [], from: null, to: null });
  });
});

function thrown(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
