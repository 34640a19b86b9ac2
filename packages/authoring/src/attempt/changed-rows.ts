import { formatName } from '@godwit/migrator/statements';
import { type Client, readSql } from '@godwit/postgres';
import * as v from 'valibot';

const row = v.object({
  oid: v.string(),
  schema: v.string(),
  name: v.string(),
  inserted: v.number(),
  updated: v.number(),
  deleted: v.number(),
});

/** What has been done to the rows of one table. */
export type ChangedRows = v.InferOutput<typeof row>;

const VERBS = [
  ['inserted', 'inserted into'],
  ['updated', 'updated in'],
  ['deleted', 'deleted from'],
] as const;

/** So far in this session; what one transaction did is the difference of two. Needs `track_counts`, which is on unless somebody turned it off. */
export async function changedRows(client: Client): Promise<readonly ChangedRows[]> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/changed-rows.sql'));
  return v.parse(v.array(row), rows);
}

/** What was done between two looks. */
export function rowsChangedBetween(before: readonly ChangedRows[], after: readonly ChangedRows[]): readonly ChangedRows[] {
  const earlier = new Map(before.map((one) => [one.oid, one]));
  return after
    .map((one) => {
      const { inserted = 0, updated = 0, deleted = 0 } = earlier.get(one.oid) ?? {};
      return { ...one, inserted: one.inserted - inserted, updated: one.updated - updated, deleted: one.deleted - deleted };
    })
    .filter(({ inserted, updated, deleted }) => inserted + updated + deleted > 0);
}

/** `3 rows inserted into shelf.books`, a line for each verb. */
export function describeChangedRows(changed: ChangedRows): readonly string[] {
  return VERBS.flatMap(([key, words]) =>
    changed[key] > 0 ? [`${changed[key]} ${changed[key] === 1 ? 'row' : 'rows'} ${words} ${formatName(changed)}`] : [],
  );
}
