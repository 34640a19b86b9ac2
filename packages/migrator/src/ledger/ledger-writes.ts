import { readSql } from '@godwit/postgres';
import type { RevisionRecord } from '../plan/step.ts';
import type { Actor } from './actor.ts';
import { fillSql, type SqlValue } from './fill-sql.ts';
import type { Direction } from './ledger.ts';

interface Change {
  readonly direction: Direction;
  readonly record: RevisionRecord;
  readonly previousHash: string | null;
  readonly actor: Actor;
  /** Null for a transactional step: the server takes the time since the transaction began. */
  readonly durationMs: number | null;
  /** For the event. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/**
 * What a step writes into the ledger, as statements with their literals, separated by semicolons: sent by the executor before COMMIT,
 * printed by the renderer.
 */
export function ledgerWrites(change: Change): string {
  const { direction, record, previousHash, actor, durationMs } = change;
  const event = eventSql({ ...change, action: direction, hash: record.hash, name: record.name, outcome: 'ok' });
  if (direction === 'down') return [fill('delete-revision', { hash: record.hash }), event].join(';\n');
  const values = { ...revisionValues(record), previous_hash: previousHash, duration_ms: durationMs, godwit_version: actor.godwitVersion };
  return [fill('insert-migration', values), fill('write-revision', values), event].join(';\n');
}

/** What the ledger learns of a revision that is applied already. */
export function refreshSql(record: RevisionRecord): string {
  return fill('refresh-revision', revisionValues(record));
}

export interface EventText {
  /** `up`, `down`, `stamp`, `repair`, `protect`. */
  readonly action: string;
  readonly hash: string | null;
  readonly name: string | null;
  readonly outcome: 'ok' | 'failed' | 'interrupted';
  /** Milliseconds; null takes the time since the transaction began. */
  readonly durationMs: number | null;
  readonly actor: Actor;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** One row for `godwit.event`. */
export function eventSql({ action, hash, name, outcome, durationMs, actor, detail }: EventText): string {
  return fill('insert-event', {
    action,
    hash,
    name,
    outcome,
    duration_ms: durationMs,
    os_user: actor.osUser,
    host: actor.host,
    godwit_version: actor.godwitVersion,
    detail: JSON.stringify(detail),
  });
}

function revisionValues({ hash, number, name, ledgerName, message, revert }: RevisionRecord): Readonly<Record<string, SqlValue>> {
  const sql = revert?.kind === 'sql' ? revert : null;
  return {
    hash,
    number,
    name,
    ledger_name: ledgerName,
    message,
    revert_kind: revert?.kind,
    revert_hash: sql?.hash,
    revert_body: sql?.body,
    revert_transactional: sql?.transactional,
    revert_reason: revert?.kind === 'irreversible' ? revert.reason : null,
  };
}

function fill(name: string, values: Readonly<Record<string, SqlValue>>): string {
  return fillSql(readSql(import.meta.url, `./sql/${name}.sql`), values).trim();
}
