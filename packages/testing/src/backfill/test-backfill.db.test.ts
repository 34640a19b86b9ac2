import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import type { BackfillFixtures } from './backfill-fixtures.ts';
import { testBackfill } from './test-backfill.ts';

const GOOD: Readonly<Record<string, string>> = {
  'index.mjs': "export default { about: 'each rating has its double', table: 'rating' };",
  'work.sql':
    '/* @name Work */\nupdate rating set doubled = stars * 2 where id between :from and :to and doubled is distinct from stars * 2;',
  'remaining.sql': '/* @name Remaining */\nselect id from rating where doubled is distinct from stars * 2 limit :n;',
  'verify.sql':
    '/* @name Verify */\nselect id, stars * 2 as expected, doubled as actual from rating where id between :from and :to and doubled is distinct from stars * 2;',
};

/** The life of a backfill over twenty ratings. */
async function live(files: Readonly<Record<string, string>>, other: Partial<BackfillFixtures> = {}): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'godwit-testing-'));
  const folder = join(root, 'doubles');
  await mkdir(folder);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  try {
    await testBackfill({
      folder,
      withDatabase,
      load: async (client) => {
        await client.query('create table rating (id int primary key, stars smallint not null, doubled smallint)');
        await client.query('insert into rating (id, stars) select n, 1 + n % 5 from generate_series(1, 20) as n');
      },
      effects: 'select id, doubled from rating',
      meanwhile: [
        'insert into rating values (0, 3), (21, 3)',
        'delete from rating where id = 7',
        'update rating set stars = 2 where id = 1',
      ],
      poison: 'update rating set stars = 32000 where id = 11',
      ...other,
    });
  } finally {
    await rm(root, { recursive: true });
  }
}

/** A whole life is four databases and a process. */
const LONGEST_MS = 180_000;

test('a good backfill lives through everything', () => live(GOOD), LONGEST_MS);

test.each([
  [
    'that does more when it runs twice',
    {
      ...GOOD,
      'work.sql': '/* @name Work */\nupdate rating set doubled = coalesce(doubled, 0) + stars * 2 where id between :from and :to;',
    },
    {},
    'again: the run is paused',
  ],
  ['that leaves rows', { ...GOOD, 'work.sql': `${GOOD['work.sql']?.replace(';', ' and id <> 13;')}` }, {}, 'fresh: the run is paused'],
  ['whose effects nobody sees', GOOD, { effects: 'select id from rating' }, 'fresh: it has no effects'],
  ['with a row that can be done', GOOD, { poison: 'select 1' }, 'poisoned: a row that cannot be done does not pause it'],
])(
  'a backfill %s does not',
  async (_, files, other, message) => {
    await expect(live(files, other)).rejects.toThrow(message);
  },
  LONGEST_MS,
);
