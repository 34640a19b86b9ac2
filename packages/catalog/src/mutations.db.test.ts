import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Catalog, compareCatalogs, describeDifference, digestCatalog, extractCatalog } from './index.ts';
import { PreparedReader } from './prepared-reader.ts';
import { type OpenHardDatabase, openHardDatabase } from './testing/hard-database.ts';
import { mutations } from './testing/mutations/index.ts';

let open: OpenHardDatabase;
let original: Catalog;
let owner: string;
let reader: PreparedReader;

beforeAll(async () => {
  open = await openHardDatabase();
  owner = open.database.settings.user;
  reader = new PreparedReader(open.database.client);
  original = await extractCatalog(reader);
});

afterAll(() => open.close());

test.each(mutations)('finds and tells, and nothing else with it: $name', async ({ sql, expected }) => {
  const { client } = open.database;
  await client.query('begin');
  try {
    await client.query(sql);
    const mutated = await extractCatalog(reader);
    expect(compareCatalogs(original, mutated).flatMap(describeDifference)).toEqual(expected.map((line) => line.replace('OWNER', owner)));
    expect(digestCatalog(mutated).digest).not.toBe(digestCatalog(original).digest);
  } finally {
    await client.query('rollback');
  }
});

test('after all of them the catalog is as before', async () => {
  expect(compareCatalogs(original, await extractCatalog(open.database.client))).toEqual([]);
});
