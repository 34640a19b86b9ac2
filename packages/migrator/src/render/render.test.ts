import { expect, test } from 'vitest';
import { aStep } from '../statements/testing/a-step.ts';
import { render } from './render.ts';

const base = {
  placeholders: {},
  pgSettings: {},
  includeLedgerSchema: false,
  databaseName: 'app',
  generatedBy: 'godwit 1.2.3',
  actor: { osUser: null, host: null, godwitVersion: '1.2.3' },
};

const planOf = (...bodies: readonly string[]) => {
  const steps = bodies.map((body, index) => aStep({ number: index + 1, body }));
  const last = steps.at(-1);
  return {
    direction: 'up',
    from: null,
    to: last === undefined ? null : { hash: last.hash, ledgerName: last.ledgerName, name: last.name },
    steps,
    refreshes: [],
  } as const;
};

test('the head says from where to where, how many steps, and how to run it', async () => {
  const script = await render({ ...base, plan: planOf('select 1', 'select 2') });
  expect(script.split('\n', 1)[0]).toBe('-- godwit 1.2.3: 2 steps up, from base to 000002-step, for the database app');
  expect(script).toContain('psql -X -f FILE');
  expect(script.indexOf('\\set ON_ERROR_STOP on')).toBeLessThan(script.indexOf('begin isolation'));
});

test('what all steps share is said once: a step is what it is, its SQL, and the names of what goes around that', async () => {
  const script = await render({ ...base, plan: planOf('select 1', 'select 2') });
  for (const shared of ['reset all;', 'lock table', 'insert into graphile_migrate.migrations', 'insert into godwit.event']) {
    expect(script.split(shared)).toHaveLength(2);
  }
  expect(script.slice(script.indexOf('-- 000002-step'))).toMatchInlineSnapshot(`
    "-- 000002-step
    select '000002-step' as name, 'sha1:b576252cdaa45b1d5db37cc26ec65e4add9ba867' as hash,
      '000001-step' as expected_name, 'sha1:fe2adb235dc1198172e209a8778a456173ffa3e7' as expected_head,
      2 as number, '000002.sql' as ledger_name, '' as message,
      '' as revert_kind, '' as revert_hash, '' as revert_transactional, '' as revert_reason,
      '' as revert_body \\gset
    \\echo up :name
    :begin_step

    select 2
    ;

    :end_step
    :enter_step
    commit;
    "
  `);
});

test('nothing to do is a script that does nothing', async () => {
  const script = await render({ ...base, plan: planOf(), databaseName: null });
  expect(script).toContain('0 steps up, from base to base');
  expect(script).not.toContain('begin isolation');
});

test('values of placeholders in the script are named in its head, not shown there', async () => {
  const script = await render({ ...base, plan: planOf("select ':SECRET'"), placeholders: { ':SECRET': 'hunter2', ':OTHER': 'x' } });
  expect(script).toContain('-- It holds the values of :SECRET.');
});

test('a message cannot break out of its comment', async () => {
  const plan = planOf('select 1');
  const steps = plan.steps.map((step) => ({ ...step, message: 'one\n\\q two' }));
  expect(await render({ ...base, plan: { ...plan, steps } })).toContain('-- 000001-step: one \\q two\n');
});

test.each([
  ['select 1;\ncommit;', 'COMMIT', 6],
  ['\\i x.sql', '\\i', 5],
  ['select :NOBODY', ':NOBODY', 5],
  ['select from where and', 'where', 5],
  ['vacuum', 'VACUUM', 5],
])('a body that cannot be run is refused with its place: %j', async (body, word, line) => {
  await expect(render({ ...base, plan: planOf(body) })).rejects.toMatchObject({
    code: 'GW221',
    message: expect.stringContaining(word),
    frame: { file: 'migrations/committed/000001-step.sql', line },
  });
});
