import { connect } from '@godwit/postgres';
import { onRealServer, withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { ConnectionLost } from '../execute/execution-errors.ts';
import { readLedger } from '../ledger/read-ledger.ts';
import { cuttingProxy } from '../testing/cutting-proxy.ts';
import { historyOf } from '../testing/history-of.ts';
import { downgrade, upgrade } from '../testing/migrate.ts';

onRealServer(test)('a revert whose COMMIT never arrived is not taken for done when another run went on from where it stood', () =>
  withDatabase(async (database) => {
    const drafts = ['one', 'two', 'three'].map((slug) => ({ slug, body: `create table ${slug} ()`, revert: `drop table ${slug}` }));
    const history = historyOf(drafts);
    await upgrade(database, historyOf(drafts.slice(0, 2)));
    const proxy = await cuttingProxy(database.settings, 'delete from graphile_migrate.migrations', 'before');
    const client = await connect(proxy.settings);
    const outcome = downgrade(database, history, '1', {
      client,
      settings: { advisoryLock: false },
      connect: async () => {
        await proxy.cut;
        await upgrade(database, history, 'head', { settings: { advisoryLock: false } });
        return await database.connect();
      },
    });
    expect(await outcome.catch((error: unknown) => error)).toBeInstanceOf(ConnectionLost);
    expect((await readLedger(database.client)).applied).toHaveLength(3);
    await client.end().catch(() => {});
    await proxy.close();
  }),
);
