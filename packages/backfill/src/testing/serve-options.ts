import { connect, type DatabaseSettings } from '@godwit/postgres';
import { listBackfills, loadBackfill } from '../definition/load-backfill.ts';
import { readWalkedTable } from '../key/walked-table.ts';
import type { ServeOptions } from '../serve/serving.ts';

/** As quick as pg-boss lets it be. */
const QUICK = { heartbeat: 10, supervise: 1, poll: 0.5, retryDelay: 1 };

/** What serving the backfills of a folder takes, but for when it ends and who listens. */
export async function serveOptions(settings: DatabaseSettings, root: string): Promise<Omit<ServeOptions, 'signal' | 'observer'>> {
  const load = (name: string) => loadBackfill(root, 'backfills', name);
  return {
    connect: () => connect(settings),
    backfills: await Promise.all(listBackfills(root).map(load)),
    open: async (client, name) => {
      const backfill = await load(name);
      const { table, key } = backfill.definition;
      return { backfill, table: await readWalkedTable(client, { backfill: name, table, key }) };
    },
    workers: 1,
    verifyAt: { cron: '0 4 * * *', timezone: 'UTC' },
    pace: QUICK,
  };
}
