import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Catalog, compareCatalogs, describeDifference, digestCatalog, extractCatalog } from './index.ts';
import { type OpenHardDatabase, openHardDatabase } from './testing/hard-database.ts';
import { roundTrips } from './testing/round-trips.ts';

let open: OpenHardDatabase;
let original: Catalog;

beforeAll(async () => {
  open = await openHardDatabase();
  original = await extractCatalog(open.database.client);
});

afterAll(() => open.close());

test.each(roundTrips)('there and back leaves an equal catalog: $name', async ({ up, down }) => {
  const { client } = open.database;
  await client.query('begin');
  try {
    await client.query(up);
    await client.query('set constraints all immediate');
    await client.query(down);
    const now = await extractCatalog(client);
    expect(compareCatalogs(original, now).flatMap(describeDifference)).toEqual([]);
    expect(digestCatalog(now)).toEqual(digestCatalog(original));
  } finally {
    await client.query('rollback');
  }
});
