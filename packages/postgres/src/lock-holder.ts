import type { Client } from 'pg';
import * as v from 'valibot';
import { readSql } from './read-sql.ts';

const Holder = v.object({
  pid: v.nullable(v.number()),
  application_name: v.nullable(v.string()),
  user: v.nullable(v.string()),
  address: v.nullable(v.string()),
  connectedAt: v.nullable(v.date()),
  state: v.nullable(v.string()),
  stateSince: v.nullable(v.date()),
});

/** The session that holds an advisory lock. What the role may not see, or a session has not, is null. */
export interface LockHolder {
  readonly pid: number;
  readonly applicationName: string | null;
  readonly user: string | null;
  /** Null on a Unix socket. */
  readonly address: string | null;
  readonly connectedAt: Date | null;
  /** `active`, `idle`, `idle in transaction`. */
  readonly state: string | null;
  readonly stateSince: Date | null;
}

/** Who holds the lock; null when nobody does (any more), or when it is the embedded server, which cannot say. */
export async function readLockHolder(client: Client, key: bigint): Promise<LockHolder | null> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/advisory-lock-holder.sql'), [key]);
  if (rows.length === 0) return null;
  const { pid, application_name: applicationName, ...holder } = v.parse(Holder, rows[0]);
  return pid === null ? null : { ...holder, pid, applicationName: applicationName === '' ? null : applicationName };
}

/** `pid 4711 (godwit, deploy@10.0.0.7, since 14:03:07 UTC)` */
export function describeLockHolder(holder: LockHolder): string {
  const who = holder.user === null ? null : holder.address === null ? holder.user : `${holder.user}@${holder.address}`;
  const since = holder.connectedAt === null ? null : `since ${holder.connectedAt.toISOString().replace('T', ' ').slice(0, 19)} UTC`;
  const known = [holder.applicationName, who, holder.state, since].filter((part) => part !== null && part !== '');
  return `pid ${holder.pid}${known.length === 0 ? '' : ` (${known.join(', ')})`}`;
}
