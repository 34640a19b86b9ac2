import { readLedger } from '@godwit/migrator';
import { type DatabaseSettings, describeDatabase, isEmbeddedServer, readSql, withClient } from '@godwit/postgres';
import * as v from 'valibot';
import { MayNotCreateDatabases, ProductionTestServer } from '../errors.ts';

const rights = v.object({ may_create: v.boolean() });

export interface InspectedServer {
  /** True for the embedded one, however its URL came here. */
  readonly embedded: boolean;
}

/**
 * Looks whether databases may be made there, before any test fails for it.
 *
 * @throws ProductionTestServer when the database is marked as production; MayNotCreateDatabases; a ConnectionError
 */
export async function inspectServer(settings: DatabaseSettings): Promise<InspectedServer> {
  return withClient(
    settings,
    async (client) => {
      if ((await readLedger(client)).production) throw new ProductionTestServer(describeDatabase(settings));
      const { rows } = await client.query(readSql(import.meta.url, './sql/rights.sql'));
      if (!v.parse(rights, rows[0]).may_create) throw new MayNotCreateDatabases(settings.user, describeDatabase(settings));
      return { embedded: isEmbeddedServer(client) };
    },
    { anyEncoding: true },
  );
}
