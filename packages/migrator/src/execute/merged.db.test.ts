import { onRealServer, withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { readLedger } from '../ledger/read-ledger.ts';
import { eventSignal } from '../testing/event-signal.ts';
import { graphile } from '../testing/graphile.ts';
import { historyOf } from '../testing/history-of.ts';
import { baseDrafts, mergedHistory } from '../testing/merged-history.ts';
import { mergedOf } from '../testing/merged-of.ts';
import { freshPicture, pictureOf } from '../testing/merged-picture.ts';
import { downgrade, upgrade } from '../testing/migrate.ts';

const { mine, merged } = mergedHistory;

describe('a database that has applied what a merge put after others', () => {
  test('gets those beneath it, and stands where a new database does; what was applied keeps its date and who did it', () =>
    withDatabase(async (database) => {
      await upgrade(database, mine);
      const before = await readLedger(database.client);
      await database.client.query(`update godwit.revision set applied_by = 'ada' where name like '%m1'`);
      const { observer, seen } = eventSignal('renamed');
      const outcome = await upgrade(database, merged, 'head', { observer });
      expect(outcome.applied.map(({ step }) => step.name)).toEqual(['000002-t1', '000003-t2', '000004-t3']);
      expect(await seen).toMatchObject({
        step: { name: '000004-t3' },
        revisions: [
          { from: '000002-m1', to: '000005-m1' },
          { from: '000003-m2', to: '000006-m2' },
        ],
      });
      expect(await pictureOf(database)).toEqual(await freshPicture(merged));
      const after = await readLedger(database.client);
      expect(after.applied.slice(-2).map(({ appliedAt }) => appliedAt)).toEqual(before.applied.slice(-2).map(({ appliedAt }) => appliedAt));
      expect(after.applied.at(-2)?.details?.appliedBy).toBe('ada');
      const { rows } = await database.client.query(
        `select revision_name, detail->>'from' as from from godwit.event where action = 'rename' order by id`,
      );
      expect(rows).toEqual([
        { revision_name: '000005-m1', from: '000002-m1' },
        { revision_name: '000006-m2', from: '000003-m2' },
      ]);
    }));

  test('goes on from there: nothing to do again, down to base and up', () =>
    withDatabase(async (database) => {
      await upgrade(database, mine);
      await upgrade(database, merged);
      expect((await upgrade(database, merged)).applied).toEqual([]);
      await downgrade(database, merged);
      await upgrade(database, merged);
      expect(await pictureOf(database)).toEqual(await freshPicture(merged));
    }));

  test('takes back and applies again what touches the same as those', () =>
    withDatabase(async (database) => {
      const column = (name: string) => ({ slug: name, body: `alter table log add ${name} int`, revert: `alter table log drop ${name}` });
      const same = mergedOf({ base: baseDrafts, theirs: [column('t')], mine: [column('m')] });
      await upgrade(database, same.mine);
      const outcome = await upgrade(database, same.merged);
      expect(outcome.applied.map(({ step }) => `${step.direction} ${step.name}`)).toEqual(['down 000002-m', 'up 000002-t', 'up 000003-m']);
      expect(await pictureOf(database)).toEqual(await freshPicture(same.merged));
    }));

  test('an error in one that goes in leaves the ledger as it was before it', () =>
    withDatabase(async (database) => {
      const broken = mergedOf({
        base: baseDrafts,
        theirs: [
          { slug: 't1', body: 'create table t1 ()' },
          { slug: 't2', body: 'create table t2 (id int references nowhere)' },
        ],
        mine: [{ slug: 'm1', body: 'create table m1 ()' }],
      });
      await upgrade(database, broken.mine);
      await expect(upgrade(database, broken.merged)).rejects.toMatchObject({ code: 'GW220', revision: '000003-t2', done: 1 });
      const { applied } = await readLedger(database.client);
      expect(applied.map(({ details }) => details?.name)).toEqual(['000001-log', '000002-t1', '000002-m1']);
      await database.client.query('create table nowhere (id int primary key)');
      await upgrade(database, broken.merged);
      expect((await readLedger(database.client)).applied.map(({ hash }) => hash)).toEqual(broken.merged.revisions.map(({ hash }) => hash));
    }));
});

describe('graphile-migrate 1.4.1', () => {
  test('accepts the folder, and continues a database that we have brought up to it', () =>
    withDatabase(async (database) => {
      await graphile(database, mine);
      await upgrade(database, merged);
      const more = historyOf([{ slug: 'later', body: 'create table later (id int)' }], merged.revisions);
      await graphile(database, more);
      const { applied } = await readLedger(database.client);
      expect(applied.map(({ hash, ledgerName }) => [hash, ledgerName])).toEqual(
        more.revisions.map(({ hash, ledgerName }) => [hash, ledgerName]),
      );
      expect((await database.client.query("select to_regclass('later')::text as later")).rows).toEqual([{ later: 'later' }]);
    }));
});

onRealServer(describe).each([
  ['with the advisory lock', true],
  ['without it', false],
])('eight upgrades at once, %s', (_, advisoryLock) => {
  test('all succeed, and each revision goes in once', () =>
    withDatabase(async (database) => {
      await upgrade(database, mine);
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, () => upgrade(database, merged, 'head', { settings: { advisoryLock } })),
      );
      expect(outcomes.map(({ to }) => to?.name)).toEqual(Array(8).fill('000006-m2'));
      expect(outcomes.flatMap(({ applied }) => applied.map(({ step }) => step.name)).toSorted()).toEqual([
        '000002-t1',
        '000003-t2',
        '000004-t3',
      ]);
      expect(await pictureOf(database)).toEqual(await freshPicture(merged));
    }));
});
