import type { Engine } from '../engine/engine.ts';
import { internalQuery, internalScript } from '../engine/internal-query.ts';

/** An advisory lock as `pg_locks` shows it. */
export interface HeldLock {
  /** Its arguments in SQL: one bigint or two integers. */
  readonly key: string;
  readonly shared: boolean;
}

/** One that a session holds until it gives it up, and how firmly. */
export interface AdvisoryLock extends HeldLock {
  /** How often it was taken: it has to be given up as often. */
  readonly count: number;
}

/**
 * Takes a session's advisory locks out of the backend, in which everybody would hold them, and gives them to a prepared transaction:
 * that is another holder, so that the connection that comes next is refused them.
 */
export async function parkAdvisoryLocks(engine: Engine, sessionId: number, locks: readonly HeldLock[]): Promise<AdvisoryLock[]> {
  const parked: AdvisoryLock[] = [];
  for (const { key, shared } of locks) {
    const unlock = `pg_catalog.pg_advisory_unlock${shared ? '_shared' : ''}(${key})`;
    const [[count] = []] = await internalQuery(engine, countAndUnlock(unlock));
    parked.push({ key, shared, count: Number(count) });
  }
  const take = parked.map(({ key, shared }) => `select pg_catalog.pg_try_advisory_xact_lock${shared ? '_shared' : ''}(${key});`);
  await internalScript(engine, `begin; ${take.join(' ')} prepare transaction '${holderName(sessionId)}'`);
  return parked;
}

/** Gives them back to the session, which has the backend again. */
export async function resumeAdvisoryLocks(engine: Engine, sessionId: number, locks: readonly AdvisoryLock[]): Promise<void> {
  await internalScript(engine, `rollback prepared '${holderName(sessionId)}'`);
  const take = locks.flatMap(({ key, shared, count }) =>
    Array(count).fill(`pg_catalog.pg_try_advisory_lock${shared ? '_shared' : ''}(${key})`),
  );
  await internalScript(engine, `select ${take.join(', ')}`);
}

/** Gives up the locks of connections that never ended: the server was killed. */
export async function dropAbandonedLocks(engine: Engine): Promise<void> {
  const rows = await internalQuery(engine, `select gid from pg_catalog.pg_prepared_xacts where gid ~ '^godwit_[0-9]+$'`);
  for (const [holder] of rows) await internalScript(engine, `rollback prepared '${holder}'`);
}

/** Reads classid, objid, objsubid and mode of `pg_locks`, where a bigint key is cut in two halves. */
export function parseHeldLock([classid, objid, objsubid, mode]: readonly (string | null)[]): HeldLock {
  const [high, low] = [BigInt(classid ?? 0), BigInt(objid ?? 0)];
  const key = objsubid === '1' ? `${BigInt.asIntN(64, (high << 32n) | low)}` : `${BigInt.asIntN(32, high)}, ${BigInt.asIntN(32, low)}`;
  return { key, shared: mode === 'ShareLock' };
}

function holderName(sessionId: number): string {
  return `godwit_${sessionId}`;
}

function countAndUnlock(unlock: string): string {
  return `
with recursive given_up (held, times) as (
  select ${unlock}, 1 union all select ${unlock}, times + 1 from given_up where held
)
select max(times) - 1 from given_up`;
}
