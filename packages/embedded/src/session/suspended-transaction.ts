import type { Engine } from '../engine/engine.ts';
import { internalQuery, internalScript } from '../engine/internal-query.ts';

/**
 * A transaction that has written nothing can be rolled back and begun again without anybody noticing, as long as each of its statements
 * sees the newest state (read committed). That is what happens to one that sits idle while another connection wants the backend: the
 * reader that an ORM left open, or graphile-migrate, which holds a table lock on one connection while it migrates on another.
 */
export interface SuspendedTransaction {
  readonly readOnly: boolean;
  readonly tableLocks: readonly TableLock[];
}

export interface TableLock {
  readonly relation: string;
  /** `ShareRowExclusiveLock` */
  readonly mode: string;
}

/** Rolls the transaction of the backend back if it can be begun again later; null when it cannot, and then it goes on. */
export async function suspendTransaction(engine: Engine): Promise<SuspendedTransaction | null> {
  const rows = await internalQuery(engine, TRANSACTION);
  const [summary, ...locks] = rows;
  if (summary?.[0] !== 'repeatable') return null;
  await internalScript(engine, 'rollback');
  const tableLocks = locks.map(([, relation, mode]) => ({ relation: relation ?? '', mode: mode ?? '' }));
  return { readOnly: summary[1] === 'on', tableLocks };
}

/** Begins it again. When a table that it had locked is gone, the transaction is in its failed state afterwards. */
export async function resumeTransaction(engine: Engine, { readOnly, tableLocks }: SuspendedTransaction): Promise<void> {
  await internalScript(engine, `begin isolation level read committed${readOnly ? ' read only' : ''}`);
  for (const { relation, mode } of tableLocks) {
    const [[name] = []] = await internalQuery(engine, 'select $1::pg_catalog.oid::pg_catalog.regclass', [relation]);
    await internalScript(engine, `lock table ${name} in ${lockMode(mode)} mode nowait`).catch(() => undefined);
  }
}

/** `ShareRowExclusiveLock` → `share row exclusive` */
function lockMode(mode: string): string {
  return mode
    .replace(/Lock$/, '')
    .replace(/(?<=.)(?=[A-Z])/g, ' ')
    .toLowerCase();
}

/** Whether the transaction can be repeated, and whether it is read-only; then the tables that it holds more than a reader's lock on. */
const TRANSACTION = `
select
  case when pg_catalog.pg_current_xact_id_if_assigned() is null
    and pg_catalog.current_setting('transaction_isolation') = 'read committed'
    and not exists (select from pg_catalog.pg_cursors where name <> '')
  then 'repeatable' else 'started' end,
  pg_catalog.current_setting('transaction_read_only'),
  null
union all (
  select 'lock', relation::pg_catalog.text, mode
  from pg_catalog.pg_locks
  where locktype = 'relation' and pid = pg_catalog.pg_backend_pid() and mode <> 'AccessShareLock'
  order by relation, mode
)`;
