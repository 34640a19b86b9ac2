import { type Client, sqlStateOf } from '@godwit/postgres';
import type { PgBoss } from 'pg-boss';
import { QueueNotPermitted } from '../errors/serve-errors.ts';
import { type BossConnectionOptions, bossConnection } from './boss-connection.ts';
import { loadBoss } from './load-boss.ts';
import type { ServePace } from './pace.ts';

const NOT_PERMITTED = '42501';

export interface OpenBossOptions extends BossConnectionOptions {
  /** For whoever serves: looks after jobs and schedules. Null for whoever only sends. */
  readonly pace: ServePace | null;
  /** What goes wrong inside of pg-boss while the server answers. */
  readonly onTrouble: (error: Error) => void;
}

export interface OpenBoss {
  readonly boss: PgBoss;
  /** Ends it when the jobs under way have ended. */
  readonly close: () => Promise<void>;
}

/** Jobs end by themselves, after the batches under way; a person who does not want to wait presses Ctrl-C once more. */
const PATIENCE_MS = 3_600_000;

/**
 * Starts pg-boss, which makes or renews its schema `pgboss` when that is called for.
 *
 * @throws QueueMissing, QueueNotPermitted
 */
export async function openBoss({ pace, onTrouble, ...options }: OpenBossOptions): Promise<OpenBoss> {
  const { PgBoss: Boss } = await loadBoss();
  const db = bossConnection(options);
  const boss = new Boss({
    db,
    supervise: pace !== null,
    schedule: pace !== null,
    reindex: false,
    ...(pace === null ? {} : { superviseIntervalSeconds: pace.supervise, monitorIntervalSeconds: pace.supervise }),
  });
  // A server that is gone is told of once, not by each statement.
  boss.on('error', (error) => {
    if (!db.isLost()) onTrouble(error);
  });
  const close = async () => {
    await boss.stop({ timeout: PATIENCE_MS }).catch(() => undefined);
    await db.close();
  };
  try {
    await boss.start();
    return { boss, close };
  } catch (error) {
    await close();
    throw sqlStateOf(error) === NOT_PERMITTED ? new QueueNotPermitted(await roleOf(options.connect), error) : error;
  }
}

async function roleOf(connect: () => Promise<Client>): Promise<string> {
  const client = await connect();
  await client.end();
  return client.user ?? 'of this connection';
}
