import { type Client, readSql, sqlStateOf } from '@godwit/postgres';
import * as v from 'valibot';
import type { Actor } from '../ledger/actor.ts';
import { fillSql } from '../ledger/fill-sql.ts';
import { LedgerNotWritable, ServerReadOnly } from '../ledger/ledger-errors.ts';
import { eventSql, refreshSql } from '../ledger/ledger-writes.ts';
import { runScript } from '../ledger/run-script.ts';
import { recordOf } from '../plan/record.ts';
import type { StampChange } from './stamp-change.ts';
import { StampBusy, StampRaced, StampUnfinished } from './stamp-errors.ts';

interface WriteOptions {
  readonly client: Client;
  readonly change: StampChange;
  readonly lockTimeoutMs: number;
  readonly actor: Actor;
  /** For the event. */
  readonly detail: Readonly<Record<string, unknown>>;
}

const checkRow = v.object({ expected: v.boolean(), unfinished: v.boolean() });

/** Writes a stamp in one transaction, under the lock that every step takes, on the head that it was decided for. */
export async function writeStamp({ client, change, lockTimeoutMs, actor, detail }: WriteOptions): Promise<void> {
  const { from, to, removed, added } = change;
  const fill = (name: string, values: Parameters<typeof fillSql>[1]) =>
    fillSql(readSql(import.meta.url, `../ledger/sql/${name}.sql`), values);
  const begin = [
    'begin isolation level read committed read write',
    'set local search_path to pg_catalog, pg_temp',
    `set local lock_timeout to ${Math.max(1, Math.ceil(lockTimeoutMs))}`,
    readSql(import.meta.url, '../execute/sql/lock-ledger.sql'),
    fillSql(readSql(import.meta.url, '../execute/sql/check-head.sql'), { expected_head: from?.hash ?? null }),
  ];
  const event = eventSql({
    action: 'stamp',
    hash: to?.hash ?? null,
    name: to?.name ?? 'base',
    outcome: 'ok',
    durationMs: null,
    actor,
    detail: { from: from?.name ?? 'base', ...detail },
  });
  const writes = [
    ...removed.map(({ hash }) => fill('delete-revision', { hash })),
    ...added.flatMap((revision) => [
      fill('insert-migration', { hash: revision.hash, previous_hash: revision.previousHash, ledger_name: revision.ledgerName }),
      refreshSql(recordOf(revision)),
    ]),
    event,
    'commit',
  ];
  try {
    const results = await runScript(client, begin.join(';\n'));
    const { expected, unfinished } = v.parse(checkRow, results.at(-1)?.[0]);
    if (unfinished) throw new StampUnfinished();
    if (!expected) throw new StampRaced(from);
    await client.query(writes.join(';\n'));
  } catch (error) {
    await client.query('rollback');
    throw explain(client, error, lockTimeoutMs);
  }
}

function explain(client: Client, error: unknown, lockTimeoutMs: number): unknown {
  switch (sqlStateOf(error)) {
    case '55P03':
      return new StampBusy(lockTimeoutMs, error);
    case '42501':
      return new LedgerNotWritable(client.user ?? 'of this connection', error);
    case '25006':
    case '0A000':
      return new ServerReadOnly(error);
    default:
      return error;
  }
}
