/** The files of a new backfill by name: what there is to decide stands in comments. */
export function scaffold(name: string, table: string): Readonly<Record<string, string>> {
  return {
    'index.ts': `import { defineBackfill } from '@godwit/backfill';

export default defineBackfill({
  about: 'what is true when ${name} is done',
  table: '${table}',
  // The revision that made what it fills; the revision that takes away what it reads, when there is one.
  // after: '000042-add-something',
  // until: '000043-drop-something',
  // When godwit backfill serve runs it by itself, in UTC, for what comes in later.
  // schedule: '0 3 * * *',
});
`,
    'work.sql': `/* Does the keys from :from to :to, both inclusive. Run twice it does nothing more: a batch may be tried again. */
/* @name Work */
update ${table}
set …
where id between :from and :to
  and …;
`,
    'remaining.sql': `/* Keys that are still wrong. An index on the condition makes this fast: it is asked at the end, and by the gate of the next revision. */
/* @name Remaining */
select id from ${table} where … limit :n;
`,
    'verify.sql': `/* Rows from :from to :to that are not as they should be. */
/* @name Verify */
select id, … as expected, … as actual
from ${table}
where id between :from and :to
  and … is distinct from …;
`,
    [`${name}.test.ts`]: `import { testBackfill } from '@godwit/testing';
import { test } from 'vitest';

// Several databases, and a process that is killed.
test('${name} lives through everything', { timeout: 180_000 }, () =>
  testBackfill({
    folder: import.meta.dirname,
    // The revision that it is for, when a later one takes away what it reads.
    // target: '000042-add-something',
    // Ten rows or more to work on.
    load: async (client) => {
      await client.query('insert into ${table} …');
    },
    // All that it writes, without moments.
    effects: 'select … from ${table}',
    // What the application does meanwhile, a statement each.
    meanwhile: [],
    // Makes one row that cannot be done; null where every row can.
    poison: null,
  }));
`,
  };
}
