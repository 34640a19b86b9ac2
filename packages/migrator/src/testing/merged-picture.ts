import { extractCatalog } from '@godwit/catalog';
import { type TestDatabase, withDatabase } from '@godwit/postgres/testing';
import { readLedger } from '../ledger/read-ledger.ts';
import type { TestHistory } from './history-of.ts';
import { upgrade } from './migrate.ts';

/** What a database looks like, and its ledger; without times. */
export async function pictureOf({ client }: TestDatabase): Promise<unknown> {
  const { applied, unfinished } = await readLedger(client);
  return {
    catalog: await extractCatalog(client),
    ledger: applied.map(({ hash, previousHash, ledgerName, details }) => [hash, previousHash, ledgerName, details?.name, details?.revert]),
    records: (await client.query('select hash, number, ledger_name, message from godwit.revision order by hash')).rows,
    invalid: (await client.query('select indexrelid::regclass::text as index from pg_index where not indisvalid')).rows,
    unfinished,
  };
}

/** The picture of a database that never knew but the merged history. */
export function freshPicture(history: TestHistory): Promise<unknown> {
  return withDatabase(async (database) => {
    await upgrade(database, history);
    return await pictureOf(database);
  });
}
