import { setTimeout as delay } from 'node:timers/promises';
import { type Client, type ConnectOptions, describeLockHolder, LockUnavailable, withAdvisoryLock } from '@godwit/postgres';
import { WatchHeld } from '../attempt/errors.ts';
import { ChangeQueue } from './change-queue.ts';
import { FolderWatcher } from './folder-watcher.ts';
import { isTextEmpty } from './is-text-empty.ts';
import { isConnectionError, ServerGone } from './server-gone.ts';
import { Sitting, type SittingOptions } from './sitting.ts';

/** Next to graphile-migrate's own, which it would otherwise hold for hours: two watches on one database would undo each other's work. */
const WATCH_LOCK = 4727445306447284n;

/** A session that the server has not yet noticed to be gone may still hold the lock. Milliseconds. */
const LOCK_PATIENCE_MS = 5_000;

/** How often a server that is gone is looked for. Milliseconds. */
const RETRY_MS = 250;

export interface WatchOptions extends Omit<SittingOptions, 'client' | 'connect'> {
  /** The first connection is held as long as the server is there; others are opened beside it. */
  readonly connect: (options?: Pick<ConnectOptions, 'beside'>) => Promise<Client>;
  /** Ends it. What is applied stays applied. */
  readonly signal: AbortSignal;
}

/**
 * Applies the revision that is being written whenever it is saved, until the signal is raised. A server that goes away is waited for.
 *
 * @throws WatchHeld when another watch is at work, NotAtHead when the database does not stand at the last revision on disk, CannotWatch
 */
export async function watch(options: WatchOptions): Promise<void> {
  const { folder, signal, observer } = options;
  const queue = new ChangeQueue(() => isTextEmpty(folder));
  const watcher = new FolderWatcher(folder, queue.push);
  let lockPatienceMs = 0;
  try {
    let client: Client | null = await options.connect();
    while (client !== null && !signal.aborted) {
      const gone: ServerGone | null = await sitWith(client, { ...options, queue, lockPatienceMs });
      if (gone === null) return;
      observer({ kind: 'serverGone', reason: gone.reason });
      client = await waitForServer(options);
      lockPatienceMs = LOCK_PATIENCE_MS;
    }
  } finally {
    watcher.close();
    await options.generator?.stop();
  }
}

/**
 * Applies the text once, does all that is left to do after a save, and ends.
 *
 * @throws what `watch` throws; why the save has failed
 */
export async function watchOnce(options: WatchOptions): Promise<void> {
  const client = await options.connect();
  try {
    await withWatchLock(client, 0, async () => {
      const sitting = await sitDown(client, options);
      await sitting.save(options.signal, { isOnly: true });
      await sitting.end();
    });
    await options.generator?.finish();
  } finally {
    await client.end().catch(() => undefined);
  }
}

interface WatchedQueue extends WatchOptions {
  readonly queue: ChangeQueue;
  readonly lockPatienceMs: number;
}

/** Saves until the signal is raised. @returns why not any longer, when the server is gone; the connection is closed in any case */
async function sitWith(client: Client, options: WatchedQueue): Promise<ServerGone | null> {
  const { queue, signal, lockPatienceMs } = options;
  client.once('end', () => queue.push('server'));
  try {
    await withWatchLock(client, lockPatienceMs, async () => {
      const sitting = await sitDown(client, options);
      try {
        await sitting.save(signal);
        for (;;) {
          const changes = await queue.next(signal);
          if (signal.aborted) return;
          if (changes.has('server')) throw new ServerGone(client, null);
          if (changes.has('history')) await sitting.lookAtHistory(signal);
          await sitting.save(signal);
        }
      } finally {
        await sitting.end();
      }
    });
    return null;
  } catch (error) {
    const gone = ServerGone.from(client, error);
    if (gone === null) throw error;
    return gone;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function sitDown(client: Client, options: WatchOptions): Promise<Sitting> {
  return Sitting.begin({ ...options, client, connect: () => options.connect({ beside: true }) });
}

/** The lock goes with its session: a watch that was killed holds nothing. */
async function withWatchLock(client: Client, patienceMs: number, work: () => Promise<void>): Promise<void> {
  try {
    await withAdvisoryLock(client, WATCH_LOCK, { patienceMs }, work);
  } catch (error) {
    if (error instanceof LockUnavailable) throw new WatchHeld(error.holder && describeLockHolder(error.holder));
    throw error;
  }
}

/** @returns null when the signal is raised meanwhile */
async function waitForServer({ connect, signal, observer }: WatchOptions): Promise<Client | null> {
  const start = performance.now();
  while (!signal.aborted) {
    try {
      const client = await connect();
      observer({ kind: 'serverBack', waitedMs: performance.now() - start });
      return client;
    } catch (error) {
      if (!isConnectionError(error)) throw error;
      await delay(RETRY_MS, undefined, { signal }).catch(() => undefined);
    }
  }
  return null;
}
