import { expect, test } from 'vitest';
import { type CatalogObject, extractCatalog } from './index.ts';
import { withHardDatabase } from './testing/hard-database.ts';

/** A line an object, without what is null, false or empty. */
function line({ id, owner, path, within, kind, properties, ...rest }: CatalogObject): string {
  const told = Object.entries({ ...properties, ...rest }).filter(
    ([, value]) => JSON.stringify(value).match(/^(?:null|false|\[\])$/) === null,
  );
  return `${id} ${JSON.stringify(Object.fromEntries(told))}\n`;
}

test('every version of PostgreSQL, and the embedded one, gives the catalog that is written down for the same SQL', async () => {
  await withHardDatabase(async ({ client, settings }) => {
    const { objects } = await extractCatalog(client);
    const text = Object.values(objects).map(line).join('').replaceAll(`default privileges ${settings.user}`, 'default privileges OWNER');
    await expect(text).toMatchFileSnapshot('./testing/hard-schema.catalog.txt');
  });
});
