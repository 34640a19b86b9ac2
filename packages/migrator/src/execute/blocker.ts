/** A session that holds what we wait for. Null where this role may not see it (`grant pg_read_all_stats to …`). */
export interface Blocker {
  /** 0 for a prepared transaction. */
  readonly pid: number;
  readonly applicationName: string | null;
  readonly user: string | null;
  readonly clientAddress: string | null;
  readonly state: string | null;
  /** Its current or last statement, 200 characters at most. */
  readonly query: string | null;
  /** When its transaction began. */
  readonly since: Date | null;
  /** An autovacuum worker yields to us once we have waited for deadlock_timeout. */
  readonly autovacuum: boolean;
}
