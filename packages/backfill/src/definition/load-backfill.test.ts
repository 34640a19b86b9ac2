import { expect, test } from 'vitest';
import { type BackfillFiles, withBackfill } from '../testing/backfill-folder.ts';
import { RATES } from '../testing/rates.ts';
import { loadBackfill } from './load-backfill.ts';

const failing = (files: BackfillFiles) => withBackfill(files, async () => null).catch((error: unknown) => error);

const without = (name: string) => Object.fromEntries(Object.entries(RATES).filter(([file]) => file !== name));

test('a folder is a backfill, with the hash of its code', () =>
  withBackfill(RATES, async ({ name, definition, work, verify, workKeys, codeHash }) => {
    expect(name).toBe('rates');
    expect(definition).toMatchObject({ mode: 'sql', table: 'rate', key: null, after: null, mapping: null });
    expect(work.bind({ from: '1', to: '9' })).toMatchObject({ text: expect.stringContaining('between $1 and $2'), values: ['1', '9'] });
    expect([verify?.file, workKeys]).toEqual(['backfills/rates/verify.sql', null]);
    expect(codeHash).toMatch(/^[0-9a-f]{64}$/);
    await withBackfill({ ...RATES, 'work.sql': `${RATES['work.sql']} ` }, async (other) => expect(other.codeHash).not.toBe(codeHash));
    await withBackfill({ ...RATES, 'rates.test.ts': 'export {}' }, async (other) => expect(other.codeHash).toBe(codeHash));
    await withBackfill({ ...RATES, 'work.queries.ts': 'export {}' }, async (other) => expect(other.codeHash).toBe(codeHash));
  }));

test('an unknown name is answered with those that there are', () =>
  withBackfill(RATES, async (_, root) => {
    await expect(loadBackfill(root, 'backfills', 'rate')).rejects.toMatchObject({ code: 'GW402', suggestions: ['rates'] });
    await expect(loadBackfill(`${root}/none`, 'backfills', 'rate')).rejects.toMatchObject({ code: 'GW401' });
  }));

test.each([
  ['a missing file', without('remaining.sql'), 'GW404', 'backfills/rates/remaining.sql is missing'],
  [
    'a work that is not bounded',
    { ...RATES, 'work.sql': '/* @name Work */\nupdate rate set hits = 1;' },
    'GW406',
    'backfills/rates/work.sql does not use :from and :to',
  ],
  [
    'remaining keys without a limit',
    { ...RATES, 'remaining.sql': '/* @name Remaining */\nselect id from rate;' },
    'GW406',
    'backfills/rates/remaining.sql does not use :n',
  ],
  [
    'a statement without a name',
    { ...RATES, 'verify.sql': 'select 1;' },
    'GW405',
    'backfills/rates/verify.sql cannot be read: no /* @name … */ was found',
  ],
  [
    'two statements',
    { ...RATES, 'work.sql': `${RATES['work.sql']}\n${RATES['verify.sql']}` },
    'GW405',
    'backfills/rates/work.sql cannot be read: a file has one statement',
  ],
  [
    'an unknown setting',
    { ...RATES, 'index.mjs': "{ about: 'a', table: 't', settings: { wokers: 2 } }" },
    'GW403',
    expect.stringContaining('settings.wokers'),
  ],
  [
    'a mode that maps nothing',
    { ...RATES, 'index.mjs': "{ about: 'a', table: 't', mode: 'rows' }" },
    'GW403',
    expect.stringContaining('map'),
  ],
  ['TypeScript that does not load', { ...RATES, 'index.mjs': 'nothing.here' }, 'GW403', expect.stringContaining('nothing is not defined')],
])('%s is said with the file', async (_, files, code, message) => {
  expect(await failing(files)).toMatchObject({ code, message });
});

test.each([
  ["'0 3 * * *'", { cron: '0 3 * * *', timezone: 'UTC' }],
  ["{ cron: '0 3 * * 1-5', timezone: 'Europe/Berlin' }", { cron: '0 3 * * 1-5', timezone: 'Europe/Berlin' }],
])('the schedule %s', (schedule, loaded) =>
  withBackfill({ ...RATES, 'index.mjs': `{ about: 'a', table: 't', schedule: ${schedule} }` }, async ({ definition }) =>
    expect(definition.schedule).toEqual(loaded),
  ),
);

test.each([
  ["'nightly'", 'five fields of cron'],
  ["{ cron: '0 3 * * *', timezone: 'Europe/Atlantis' }", 'schedule.timezone: expected a time zone'],
  ["{ cron: '0 3 * * *' }", 'an object with cron and timezone'],
  ['3', 'expected cron text'],
])('%s is no schedule', async (schedule, words) => {
  expect(await failing({ ...RATES, 'index.mjs': `{ about: 'a', table: 't', schedule: ${schedule} }` })).toMatchObject({
    code: 'GW403',
    message: expect.stringContaining(words),
  });
});

test('the bounds of a key of several columns are named by column', () =>
  withBackfill(
    {
      ...RATES,
      'index.mjs': "{ about: 'a', table: 't', key: ['a', 'b'] }",
      'work.sql': '/* @name Work */\nupdate t set c = 1 where (a, b) >= (:from_a, :from_b) and (a, b) <= (:to_a, :to_b);',
      'verify.sql':
        '/* @name Verify */\nselect a, b, 1 as expected, c as actual from t where (a, b) >= (:from_a, :from_b) and (a, b) <= (:to_a, :to_b) and c <> 1;',
    },
    async ({ definition }) => expect(definition.key).toEqual(['a', 'b']),
  ));
