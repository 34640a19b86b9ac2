import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Ledger } from '../ledger/ledger.ts';
import { historyOf, type TestHistory } from '../testing/history-of.ts';
import { ledgerAfter, ledgerOf } from '../testing/ledger-of.ts';
import { type MergedHistories, mergedOf, putAfter } from '../testing/merged-of.ts';
import { checkApplied, pendingRevisions } from './check-applied.ts';
import { currentPosition } from './current-position.ts';
import type { Following } from './follow-merge.ts';
import { plan } from './plan.ts';
import { ForkedFromLedger, MergedSince, NoWayToFollow } from './plan-errors.ts';
import { prepareFollowing } from './prepare-following.ts';
import type { Plan } from './step.ts';

const table = (name: string) => ({ slug: name, body: `create table ${name} ()`, revert: `drop table ${name}` });
const column = (on: string, name: string) => ({
  slug: name,
  body: `alter table ${on} add ${name} int`,
  revert: `alter table ${on} drop ${name}`,
});

const base = [table('users')];
const apart = mergedOf({ base, theirs: [table('t1'), table('t2')], mine: [table('m1'), table('m2')] });
const together = mergedOf({ base, theirs: [table('t1'), column('users', 't2')], mine: [table('m1'), column('users', 'm2'), table('m3')] });

interface Request {
  readonly applied?: Following['applied'] | null;
  /** By name; head unless given. */
  readonly target?: string;
}

async function planFor(disk: TestHistory, ledger: Ledger, { applied = 'independent', target }: Request = {}): Promise<Plan> {
  const revision = target === undefined ? disk.revisions.at(-1) : disk.revisions.find(({ name }) => name === target);
  if (revision === undefined) throw new Error(`no ${target}`);
  const following = applied === null ? {} : { following: await prepareFollowing({ history: disk, ledger, placeholders: {}, applied }) };
  return plan({ history: disk, ledger, direction: 'up', target: { kind: 'revision', revision }, ...following });
}

const first = ({ revisions }: TestHistory, count: number): TestHistory => ({ revisions: revisions.slice(0, count), heads: [] });
const steps = ({ steps: all }: Plan): string[] =>
  all.map(
    ({ direction, name, insertion }) =>
      `${direction} ${name}${insertion === undefined ? '' : ` under ${insertion.changes.map(({ renamed, hash }) => renamed?.name ?? hash.slice(0, 9)).join()}`}`,
  );
const applied = (ledger: Ledger) => ledger.applied.map(({ hash, details, ledgerName }) => [hash, ledgerName, details?.name]);
const headOf = ({ merged }: MergedHistories) => applied(ledgerOf(merged));

describe('a database that has applied what a merge put after others', () => {
  test('gets those beneath it, and new names for what it has', async () => {
    const ledger = ledgerOf(apart.mine);
    const found = await planFor(apart.merged, ledger);
    expect(steps(found)).toEqual([
      'up 000002-t1 under sha1:'.concat(ledger.applied[1]?.hash.slice(5, 9) ?? ''),
      'up 000003-t2 under 000004-m1,000005-m2',
    ]);
    expect(found.steps.map(({ expectedHead }) => expectedHead)).toEqual(Array(2).fill(ledger.applied[2]?.hash));
    expect(found.moves?.map(({ from, to, how, because }) => [from.name, to.name, how, because])).toEqual([
      ['000002-m1', '000004-m1', 'kept', null],
      ['000003-m2', '000005-m2', 'kept', null],
    ]);
    expect(found).toMatchObject({ from: { name: '000003-m2' }, to: { name: '000005-m2' }, databaseAhead: 0 });
    expect(applied(ledgerAfter(ledger, found))).toEqual(headOf(apart));
  });

  test('that has some of it, gets the rest on top', async () => {
    const ledger = ledgerOf(first(apart.mine, 2));
    const found = await planFor(apart.merged, ledger);
    expect(steps(found)[1]).toBe('up 000003-t2 under 000004-m1');
    expect(steps(found)[2]).toBe('up 000005-m2');
    expect(applied(ledgerAfter(ledger, found))).toEqual(headOf(apart));
  });

  test('takes back what touches the same, from there on, and applies it again after them', async () => {
    const ledger = ledgerOf(together.mine);
    const found = await planFor(together.merged, ledger);
    expect(steps(found)).toEqual([
      'down 000004-m3',
      'down 000003-m2',
      expect.stringMatching(/^up 000002-t1 under sha1:/),
      'up 000003-t2 under 000004-m1',
      'up 000005-m2',
      'up 000006-m3',
    ]);
    expect(found.moves?.map(({ how, because }) => [how, because])).toEqual([
      ['kept', null],
      ['redone', '000003-t2 touches users as well'],
      ['redone', '000003-t2 touches users as well'],
    ]);
    expect(applied(ledgerAfter(ledger, found))).toEqual(headOf(together));
  });

  test('keeps or redoes all of it when so told', async () => {
    const ledger = ledgerOf(together.mine);
    const kept = await planFor(together.merged, ledger, { applied: 'keep' });
    expect(kept.steps.map(({ direction, name }) => `${direction} ${name}`)).toEqual(['up 000002-t1', 'up 000003-t2']);
    expect(applied(ledgerAfter(ledger, kept))).toEqual(headOf(together));
    const redone = await planFor(apart.merged, ledgerOf(apart.mine), { applied: 'redo' });
    expect(steps(redone)).toEqual(['down 000003-m2', 'down 000002-m1', 'up 000002-t1', 'up 000003-t2', 'up 000004-m1', 'up 000005-m2']);
    expect(applied(ledgerAfter(ledgerOf(apart.mine), redone))).toEqual(headOf(apart));
  });

  test('what nobody can see through counts as touching everything', async () => {
    const code = mergedOf({ base, theirs: [{ slug: 'code', body: 'do $$ begin end $$' }], mine: [table('m1')] });
    const found = await planFor(code.merged, ledgerOf(code.mine));
    expect(found.moves).toMatchObject([{ how: 'redone', because: '000002-code may touch anything: DO runs code' }]);
  });

  test('can be interrupted after any step: the next plan goes on from there', async () => {
    for (const [histories, mode] of [
      [apart, 'independent'],
      [together, 'independent'],
      [together, 'keep'],
      [together, 'redo'],
    ] as const) {
      const ledger = ledgerOf(histories.mine);
      const whole = await planFor(histories.merged, ledger, { applied: mode });
      for (let done = 0; done <= whole.steps.length; done++) {
        const left = ledgerAfter(ledger, { ...whole, steps: whole.steps.slice(0, done) });
        const rest = await planFor(histories.merged, left, { applied: mode });
        expect(applied(ledgerAfter(left, rest))).toEqual(headOf(histories));
      }
    }
  });

  test('whatever both branches touch, how much of it is applied, and when it was interrupted: ends at the merged history', async () => {
    const letters = fc.constantFrom('a', 'b', 'c', 'd');
    const branch = (name: string) =>
      fc.array(letters, { minLength: 1, maxLength: 4 }).map((on) => on.map((table, index) => column(table, `${name}${index}`)));
    await fc.assert(
      fc.asyncProperty(branch('t'), branch('m'), fc.nat(), fc.nat(), async (theirs, mine, many, moment) => {
        const histories = mergedOf({ base, theirs, mine });
        const ledger = ledgerOf(first(histories.mine, 2 + (many % mine.length)));
        const whole = await planFor(histories.merged, ledger);
        const left = ledgerAfter(ledger, { ...whole, steps: whole.steps.slice(0, moment % (whole.steps.length + 1)) });
        const rest = await planFor(histories.merged, left);
        expect(applied(ledgerAfter(left, rest))).toEqual(headOf(histories));
        const redone = new Set(whole.steps.filter(({ direction }) => direction === 'down').map(({ name }) => name));
        for (const { from, how } of whole.moves ?? []) expect(redone.has(from.name)).toBe(how === 'redone');
      }),
      { numRuns: 60 },
    );
  });

  test('may be two merges behind, or one', async () => {
    const others = historyOf([table('u1')], apart.theirs.revisions);
    const twice = putAfter(others, apart.merged.revisions.slice(3));
    for (const ledger of [ledgerOf(apart.mine), ledgerOf(apart.merged), ledgerOf(first(apart.mine, 2)), ledgerOf(others)]) {
      expect(applied(ledgerAfter(ledger, await planFor(twice, ledger)))).toEqual(applied(ledgerOf(twice)));
    }
  });

  test('may have got some of it later than the rest, with others in between', async () => {
    const early = putAfter(historyOf([table('t1')], apart.base.revisions), apart.mine.revisions.slice(1, 2));
    const between = historyOf([table('u1')], early.revisions);
    const late = putAfter(between, apart.mine.revisions.slice(2));
    const ledger = ledgerOf(apart.mine);
    const found = await planFor(late, ledger);
    expect(found.steps.map(({ name }) => name)).toEqual(['000002-t1', '000004-u1']);
    for (let done = 0; done <= found.steps.length; done++) {
      const left = ledgerAfter(ledger, { ...found, steps: found.steps.slice(0, done) });
      expect(applied(ledgerAfter(left, await planFor(late, left)))).toEqual(applied(ledgerOf(late)));
    }
  });

  test('redoes what stands in another order now, beneath what can stay', async () => {
    const [users, m1, m2] = apart.mine.revisions;
    if (!users || !m1 || !m2) throw new Error('three');
    const turned = putAfter(first(apart.mine, 1), [m2, m1]);
    const found = await planFor(turned, ledgerOf(apart.mine));
    expect(steps(found)).toEqual(['down 000003-m2', 'up 000002-m2 under 000003-m1']);
    expect(found.moves?.at(-1)?.because).toBe('000002-m2 has another place among those that are applied');
    expect(applied(ledgerAfter(ledgerOf(apart.mine), found))).toEqual(applied(ledgerOf(turned)));
  });

  test('redoes what has another SQL now', async () => {
    const edited = historyOf(
      [{ ...table('m1'), body: 'create table m1 (id int)', replaces: [apart.mine.revisions[1]?.hash ?? ''] }],
      apart.theirs.revisions,
    );
    const ledger = ledgerOf(first(apart.mine, 2));
    const found = await planFor(edited, ledger);
    expect(found.moves).toMatchObject([{ how: 'redone', because: expect.stringMatching(/^its SQL is not what was applied as sha1:/) }]);
    // Back by what was stored when it was applied, not by the way back of the other text.
    expect(found.steps[0]).toMatchObject({ direction: 'down', source: { kind: 'ledger' } });
    expect(applied(ledgerAfter(ledger, found))).toEqual(applied(ledgerOf(edited)));
  });

  test('by graphile-migrate, without its way back, has the one of the disk', async () => {
    const found = await planFor(together.merged, ledgerOf(together.mine, { details: false }));
    expect(found.steps.slice(0, 2)).toMatchObject([
      { direction: 'down', name: '000004', body: 'drop table m3\n', source: { kind: 'file', path: 'migrations/reverts/000006-m3.sql' } },
      { direction: 'down', name: '000003' },
    ]);
  });

  test('keeps a way back that only the ledger has, under its new hash', async () => {
    const disk = { ...apart.merged, revisions: apart.merged.revisions.map((revision) => ({ ...revision, revert: null })) };
    const found = await planFor({ ...disk, heads: disk.revisions.slice(-1) }, ledgerOf(apart.mine));
    const [, change] = found.steps[1]?.insertion?.changes ?? [];
    const whole = apart.merged.revisions[4]?.revert;
    expect(change?.renamed?.revert).toMatchObject({
      kind: 'sql',
      hash: whole?.kind === 'sql' ? whole.hash : '',
      body: 'drop table m2\n',
    });
  });
});

describe('does not follow', () => {
  test('without being prepared for it, and says what will', async () => {
    const failure = await planFor(apart.merged, ledgerOf(apart.mine), { applied: null }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(MergedSince);
    expect(failure).toMatchObject({
      code: 'GW217',
      applied: '000002-m1',
      now: '000004-m1',
      help: expect.stringMatching(/godwit upgrade$/),
    });
  });

  test('to a target that leaves out what is applied', async () => {
    const failure = await planFor(apart.merged, ledgerOf(apart.mine), { target: '000003-t2' }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'GW217', help: expect.stringMatching(/godwit upgrade 000004-m1$/) });
  });

  test('where something is applied on top that this disk does not have', async () => {
    const ledger = ledgerOf(historyOf([table('z')], apart.mine.revisions));
    const failure = await planFor(apart.merged, ledger).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ForkedFromLedger);
    expect(failure).toMatchObject({ applied: '000004-z', help: expect.stringContaining('godwit downgrade 000003-m2') });
    expect(checkApplied(apart.merged, ledger)).toMatchObject([{ kind: 'moved' }, { kind: 'moved' }, { kind: 'forked', instead: [] }]);
  });

  test('where what must be redone has no way back, and says how to keep it', async () => {
    const stuck = mergedOf({
      base,
      theirs: [column('users', 't1')],
      mine: [{ slug: 'm1', body: 'alter table users add m1 int', revert: { irreversible: 'rows were merged' } }],
    });
    const failure = await planFor(stuck.merged, ledgerOf(stuck.mine)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(NoWayToFollow);
    expect(failure).toMatchObject({
      code: 'GW218',
      details: ['000002-t1 touches users as well', '000002-m1 is irreversible: rows were merged'],
      help: expect.stringContaining('godwit upgrade --merged keep'),
    });
    const kept = await planFor(stuck.merged, ledgerOf(stuck.mine), { applied: 'keep' });
    expect(kept.steps.map(({ name }) => name)).toEqual(['000002-t1']);
  });
});

describe('around it', () => {
  const ledger = ledgerOf(apart.mine);

  test('what is applied under its old hash is moved, neither edited nor pending', () => {
    expect(checkApplied(apart.merged, ledger).map((problem) => [problem.kind, problem.applied.details?.name])).toEqual([
      ['moved', '000002-m1'],
      ['moved', '000003-m2'],
    ]);
    const [head] = apart.merged.heads;
    expect(head && pendingRevisions(apart.merged, ledger, head).map(({ name }) => name)).toEqual(['000002-t1', '000003-t2']);
  });

  test('+1 leads to the new place of the last one', () => {
    expect(currentPosition(apart.merged, ledger)).toMatchObject({
      position: null,
      nearest: { revision: { name: '000004-m1' } },
      unknown: [{ ledgerName: '000002.sql' }, { ledgerName: '000003.sql' }],
    });
  });

  test('downward it goes by what the ledger has', () => {
    const target = { kind: 'ledger', hash: ledger.applied[0]?.hash ?? null } as const;
    const down = plan({ history: apart.merged, ledger: ledgerOf(apart.mine, { details: false }), direction: 'down', target });
    expect(down.steps.map(({ name, body, source }) => [name, body, source.kind])).toEqual([
      ['000003', 'drop table m2\n', 'file'],
      ['000002', 'drop table m1\n', 'file'],
    ]);
    expect(down.databaseAhead).toBe(0);
  });
});
