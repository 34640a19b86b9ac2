import { detectTransactionPooler, type LockHolder, TransactionPooler, withAdvisoryLock } from '@godwit/postgres';
import type { Client } from 'pg';
import type { Blocker } from './blocker.ts';
import type { ExecuteOptions } from './execute.ts';
import { DEFAULT_PATIENCE_MS } from './execute-settings.ts';
import { Interrupted } from './execution-errors.ts';
import { startPatience } from './patience.ts';
import type { Run } from './run.ts';
import { openSession, stepSettingsSql } from './session.ts';
import { createWatcher } from './watcher.ts';

/** `GRAPHILE MIGRATE` on a phone's keys: graphile-migrate's own. */
const MIGRATE_LOCK = 4727445306447283n;

export type RunOptions = Pick<ExecuteOptions, 'client' | 'connect' | 'settings' | 'observer' | 'signal' | 'origin' | 'afterBody'>;

/**
 * Runs with what an execution needs: a direct connection, the advisory lock (a courtesy to people and to graphile-migrate), a second
 * connection when one is called for. The session is given back as it was opened.
 *
 * @throws TransactionPooler, LockUnavailable, Interrupted while it waits
 */
export async function withRun<T>(options: RunOptions, work: (run: Run) => Promise<T>): Promise<T> {
  const { client, connect, settings, observer = () => {}, signal, origin = 'configuration', afterBody } = options;
  if (await detectTransactionPooler(client, connect)) {
    const { host, port, user = '', database = '' } = client;
    throw new TransactionPooler({ host, port, user, database, origin });
  }
  const session = await openSession(client);
  const run: Run = {
    session,
    connect,
    settings,
    observer,
    signal,
    afterBody,
    begun: null,
    stepSettings: stepSettingsSql(settings),
    prepared: 'not yet',
    watcher: createWatcher(connect, session.singleBackend),
    opened: [],
  };
  // Nobody listens while nothing is sent; the next query tells.
  const ignore = (): void => {};
  client.on('error', ignore);
  try {
    return await withCourtesy(run, async () => {
      try {
        return await work(run);
      } finally {
        await resetSession(run.session.client);
      }
    });
  } finally {
    client.off('error', ignore);
    await Promise.allSettled([run.watcher.close(), ...run.opened.map((opened) => opened.end())]);
  }
}

async function withCourtesy<T>(run: Run, work: () => Promise<T>): Promise<T> {
  if (run.settings.advisoryLock === false) return await work();
  const { patienceMs = DEFAULT_PATIENCE_MS } = run.settings;
  const patience = startPatience(patienceMs);
  const onWait = (holder: LockHolder | null): void => {
    run.observer({ kind: 'waiting', for: 'advisory lock', holders: holder === null ? [] : [blockerOf(holder)], ms: patience.elapsedMs() });
  };
  try {
    return await withAdvisoryLock(run.session.client, MIGRATE_LOCK, { patienceMs, onWait, signal: run.signal }, work);
  } catch (error) {
    throw run.signal?.aborted && error === run.signal.reason ? new Interrupted(null, { cause: error }) : error;
  }
}

function blockerOf({ pid, applicationName, user, address, state, connectedAt }: LockHolder): Blocker {
  return { pid, applicationName, user, clientAddress: address, state, query: null, since: connectedAt, autovacuum: false };
}

async function resetSession(client: Client): Promise<void> {
  try {
    await client.query('reset session authorization; reset role; reset all; set datestyle to iso');
  } catch {
    // The connection is gone, and its settings with it.
  }
}
