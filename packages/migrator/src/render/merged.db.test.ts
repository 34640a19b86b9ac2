import { type TestDatabase, withDatabase } from '@godwit/postgres/testing';
import { test as anyTest, expect } from 'vitest';
import { readLedger } from '../ledger/read-ledger.ts';
import type { Following } from '../plan/follow-merge.ts';
import { plan } from '../plan/plan.ts';
import { prepareFollowing } from '../plan/prepare-following.ts';
import type { Plan } from '../plan/step.ts';
import { mergedHistory } from '../testing/merged-history.ts';
import { upgrade } from '../testing/migrate.ts';
import { executePlan, renderPlan, standOf } from './testing/apply-plan.ts';
import { runPsql, withPsql } from './testing/run-psql.ts';

const test = withPsql(anyTest);
const { mine, merged } = mergedHistory;

async function planFor({ client }: TestDatabase, applied: Following['applied']): Promise<Plan> {
  const ledger = await readLedger(client);
  const [revision] = merged.heads;
  if (revision === undefined) throw new Error('no head');
  const following = await prepareFollowing({ history: merged, ledger, placeholders: {}, applied });
  return plan({ history: merged, ledger, direction: 'up', target: { kind: 'revision', revision }, following });
}

test.each(['independent', 'redo'] as const)('psql -f follows a merge as upgrade does: %s', (applied) =>
  withDatabase((executed) =>
    withDatabase(async (scripted) => {
      for (const database of [executed, scripted]) await upgrade(database, mine);
      await executePlan(executed.client, () => executed.connect(), await planFor(executed, applied));
      const script = await renderPlan(await planFor(scripted, applied));
      expect(await runPsql({ url: scripted.url, script })).toMatchObject({ code: 0, stderr: '' });
      expect(await standOf(scripted.client)).toEqual(await standOf(executed.client));
      expect((await standOf(scripted.client)).ledger).toHaveLength(6);
      const again = await runPsql({ url: scripted.url, script });
      expect(again).toMatchObject({ code: 3, stderr: expect.stringContaining('this database stands at 000006-m2') });
    }),
  ),
);

test('a script says where it was to begin when a part of it has been run', () =>
  withDatabase(async (database) => {
    await upgrade(database, mine);
    const script = await renderPlan(await planFor(database, 'independent'));
    const end = script.indexOf('-- 000003-t2');
    expect(await runPsql({ url: database.url, script: script.slice(0, end) })).toMatchObject({ code: 0, stderr: '' });
    const again = await runPsql({ url: database.url, script });
    expect(again.stderr).toContain('000002-t1 begins at 000003-m2, beneath 000002-m1, and this database stands at 000003-m2');
    expect((await readLedger(database.client)).applied).toHaveLength(4);
  }));

test('one that dies outside a transaction, beneath others, is settled by the next upgrade', () =>
  withDatabase(async (database) => {
    await upgrade(database, mine);
    const script = await renderPlan(await planFor(database, 'independent'));
    const statement = 'create index concurrently t1_a on t1 (a)';
    const end = script.lastIndexOf(statement);
    expect(await runPsql({ url: database.url, script: script.slice(0, end) })).toMatchObject({ code: 0 });
    await database.client.query(statement);
    await upgrade(database, merged);
    expect((await readLedger(database.client)).applied.map(({ details }) => details?.name)).toEqual(
      merged.revisions.map(({ name }) => name),
    );
  }));
