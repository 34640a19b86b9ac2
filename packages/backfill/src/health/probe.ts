import { type Client, readServerError, readSql } from '@godwit/postgres';
import * as v from 'valibot';
import { type CustomSignal, judgeSignal, type SignalReading } from './signal.ts';

const row = v.object({
  replica_lag: v.nullable(v.number()),
  blocked: v.number(),
  lock_waiters: v.number(),
  active: v.number(),
  others: v.number(),
  oldest: v.nullable(v.number()),
  vacuums: v.number(),
  wal: v.number(),
  sees_all: v.boolean(),
});

/** WAL as it stood at a look before: a rate needs two. */
export interface WalMark {
  readonly bytes: number;
  readonly at: number;
}

export interface ProbeOptions {
  readonly table: string;
  readonly pids: readonly number[];
  readonly custom: readonly CustomSignal[];
  readonly before: WalMark | null;
  /** Milliseconds of any clock that only goes forward. */
  readonly now: number;
}

const GRANT = 'grant pg_read_all_stats to this role to see what other roles do';

export interface Probed {
  readonly readings: readonly SignalReading[];
  readonly wal: WalMark | null;
  /** How many sessions besides ours have done something of late. */
  readonly others: number;
}

/** Looks at the server once. A question that it refuses is a signal that is unknown, never a healthy one. */
export async function probe(client: Client, options: ProbeOptions): Promise<Probed> {
  const { table, pids, custom, before, now } = options;
  const readings: SignalReading[] = [];
  let wal: WalMark | null = null;
  let others = 0;
  try {
    const { rows } = await client.query(readSql(import.meta.url, './sql/signals.sql'), [pids, table]);
    const seen = v.parse(row, rows[0]);
    wal = { bytes: seen.wal, at: now };
    others = seen.others;
    const rate = before === null || now <= before.at ? null : (seen.wal - before.bytes) / 1e6 / ((now - before.at) / 1000);
    const hidden = seen.sees_all ? null : GRANT;
    readings.push(
      judgeSignal({ name: 'replica lag', slow: 1, stop: 10, unit: 's', hard: true }, seen.replica_lag, null),
      judgeSignal({ name: 'sessions that wait for us', slow: 0, stop: 4, unit: '', hard: true }, seen.blocked, null),
      judgeSignal({ name: 'lock waiters', slow: 4, stop: 20, unit: '', hard: false }, seen.lock_waiters, null),
      judgeSignal({ name: 'active sessions', slow: 60, stop: 95, unit: '%', hard: false }, hidden === null ? seen.active : null, hidden),
      judgeSignal(
        { name: 'oldest transaction', slow: 600, stop: 7200, unit: 's', hard: false },
        hidden === null ? seen.oldest : null,
        hidden,
      ),
      judgeSignal({ name: 'vacuum of the table', slow: 0, stop: 3, unit: '', hard: false }, seen.vacuums, null),
      judgeSignal({ name: 'WAL', slow: 200, stop: 1000, unit: 'MB/s', hard: false }, rate, null),
    );
  } catch (error) {
    readings.push(unread({ name: 'the server', slow: 0, stop: 1, unit: '' }, error));
  }
  for (const signal of custom) readings.push(await readCustom(client, signal));
  return { readings, wal, others };
}

async function readCustom(client: Client, signal: CustomSignal): Promise<SignalReading> {
  const known = { ...signal, unit: signal.unit ?? '', hard: true };
  try {
    const { rows } = await client.query({ text: signal.sql, rowMode: 'array' });
    const value = Number(v.parse(v.array(v.array(v.unknown())), rows)[0]?.[0] ?? Number.NaN);
    if (Number.isFinite(value)) return judgeSignal(known, value, null);
    return judgeSignal(known, null, 'its SQL gives no number');
  } catch (error) {
    return unread(known, error);
  }
}

/** @throws what is no opinion of the server: a connection that broke */
function unread(
  signal: { readonly name: string; readonly slow: number; readonly stop: number; readonly unit: string },
  error: unknown,
): SignalReading {
  const server = readServerError(error);
  if (server === null || /^(?:57P|08)/.test(server.sqlState)) throw error;
  const grant = server.sqlState === '42501' ? `; ${GRANT}` : '';
  return judgeSignal({ ...signal, hard: true }, null, `${server.message}${grant}`);
}
