import type { Client } from 'pg';
import { LockUnavailable } from './errors/lock-error.ts';
import { type LockHolder, readLockHolder } from './lock-holder.ts';
import { pause, pauses } from './pause.ts';
import { readSql } from './read-sql.ts';
import { readServerError } from './server-error-fields.ts';

const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 1_000;

const IN_FAILED_TRANSACTION = '25P02';

export interface AdvisoryLockOptions {
  /** How long to wait for another session, in milliseconds; 0 asks once. */
  readonly patienceMs: number;
  /** Called when the waiting begins and whenever the holder changes; null when it cannot be told. */
  readonly onWait?: ((holder: LockHolder | null) => void) | undefined;
  /** Ends the waiting; what runs under the lock looks at it itself. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Takes the session's advisory lock if it is free; the session keeps it until `releaseAdvisoryLock` or its end.
 *
 * @param key 64 bits; its own number space beside the two-key locks
 */
export async function tryAdvisoryLock(client: Client, key: bigint): Promise<boolean> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/try-advisory-lock.sql'), [key]);
  return rows[0]?.locked === true;
}

/**
 * Runs under an advisory lock of the session, and releases it however that ends.
 *
 * The lock is asked for again and again, never waited for inside the server: a session that is blocked in `pg_advisory_lock` holds a snapshot,
 * and CREATE INDEX CONCURRENTLY of the holder would wait for that snapshot until the server calls it a deadlock (40P01).
 *
 * @throws LockUnavailable when patience runs out, the signal's reason, TypeError inside a transaction, or what `run` throws
 */
export async function withAdvisoryLock<T>(client: Client, key: bigint, options: AdvisoryLockOptions, run: () => Promise<T>): Promise<T> {
  refuseTransaction(client);
  await waitForLock(client, key, options);
  let result: T;
  try {
    result = await run();
  } catch (error) {
    // What went wrong under the lock is what matters, whatever the release says.
    await releaseAdvisoryLock(client, key).catch(() => {});
    throw error;
  }
  await releaseAdvisoryLock(client, key);
  return result;
}

/** Gives the lock back, out of a failed transaction too (which it rolls back). A connection that is lost has given it back already: no error. */
export async function releaseAdvisoryLock(client: Client, key: bigint): Promise<void> {
  const unlock = readSql(import.meta.url, './sql/advisory-unlock.sql');
  try {
    await client.query(unlock, [key]);
  } catch (error) {
    const server = readServerError(error);
    if (server === null || server.sqlState.startsWith('57P')) return;
    if (server.sqlState !== IN_FAILED_TRANSACTION) throw error;
    await client.query('rollback');
    await client.query(unlock, [key]);
  }
}

async function waitForLock(client: Client, key: bigint, { patienceMs, onWait, signal }: AdvisoryLockOptions): Promise<void> {
  const start = performance.now();
  const lengths = pauses(FIRST_PAUSE_MS, LONGEST_PAUSE_MS);
  let told: number | null | undefined;
  for (;;) {
    signal?.throwIfAborted();
    if (await tryAdvisoryLock(client, key)) return;
    const holder = await readLockHolder(client, key);
    const left = patienceMs - (performance.now() - start);
    if (left <= 0) throw new LockUnavailable(holder, performance.now() - start);
    if (told === undefined || (holder !== null && holder.pid !== told)) {
      told = holder?.pid ?? null;
      onWait?.(holder);
    }
    await pause(Math.min(left, lengths.next().value), signal);
  }
}

function refuseTransaction(client: Client): void {
  const status = client.getTransactionStatus();
  if (status === 'T' || status === 'E') throw new TypeError('An advisory lock is waited for outside any transaction');
}
