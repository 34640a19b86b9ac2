import { readSql } from '@godwit/postgres';
import type { RevisionRecord, RowChange } from '../plan/step.ts';
import type { Actor } from './actor.ts';
import { fillSql, type SqlValue } from './fill-sql.ts';
import type { Direction } from './ledger.ts';

export type LedgerStatement =
  | 'insert-migration'
  | 'change-rows'
  | 'write-revision'
  | 'rename-revision'
  | 'refresh-revision'
  | 'delete-revision'
  | 'insert-event';

/** Puts one of the ledger's statements into words. */
export type LedgerWords = (name: LedgerStatement, values: Readonly<Record<string, SqlValue>>) => string;

/** As it stands in its file, with `:'name'` for each value. */
export function ledgerStatement(name: LedgerStatement): string {
  return readSql(import.meta.url, `./sql/${name}.sql`).trim();
}

interface Change {
  readonly direction: Direction;
  readonly record: RevisionRecord;
  readonly previousHash: string | null;
  readonly actor: Actor;
  /** Null for a transactional step: the server takes the time since the transaction began. */
  readonly durationMs: number | null;
  /** For the event. */
  readonly detail: Readonly<Record<string, unknown>>;
  /** Rows above it, when it goes in beneath others. */
  readonly above?: readonly RowChange[];
}

/**
 * What a step writes into the ledger, as statements with their literals, separated by semicolons: sent by the executor before COMMIT,
 * printed by the renderer.
 *
 * @param words how a statement is put: with literals, unless the session has it prepared
 */
export function ledgerWrites(change: Change, words: LedgerWords = literally): string {
  const { direction, record, previousHash, actor, durationMs, above = [] } = change;
  const event = eventSql({ ...change, action: direction, hash: record.hash, name: record.name, outcome: 'ok' }, words);
  if (direction === 'down') return [words('delete-revision', { hash: record.hash }), event].join(';\n');
  const values = { ...revisionValues(record), previous_hash: previousHash, duration_ms: durationMs, godwit_version: actor.godwitVersion };
  return [
    words('insert-migration', values),
    ...(above.length === 0 ? [] : [changeRowsSql(above, words)]),
    words('write-revision', values),
    event,
    ...above.flatMap((row) => renamedSql(row, actor, words)),
  ].join(';\n');
}

function changeRowsSql(above: readonly RowChange[], words: LedgerWords): string {
  const rows = above.map(({ oldHash, hash, previousHash, ledgerName }) => ({
    old_hash: oldHash,
    hash,
    previous_hash: previousHash,
    filename: ledgerName,
  }));
  return words('change-rows', { rows: JSON.stringify(rows) });
}

function renamedSql({ oldHash, hash, name, renamed }: RowChange, actor: Actor, words: LedgerWords): readonly string[] {
  if (renamed === null) return [];
  const detail = { from: name, old_hash: oldHash };
  return [
    words('rename-revision', { hash, old_hash: oldHash }),
    words('refresh-revision', revisionValues(renamed)),
    eventSql({ action: 'rename', hash, name: renamed.name, outcome: 'ok', durationMs: 0, actor, detail }, words),
  ];
}

/** What the ledger learns of a revision that is applied already. */
export function refreshSql(record: RevisionRecord): string {
  return literally('refresh-revision', revisionValues(record));
}

export interface EventText {
  /** `up`, `down`, `rename`, `stamp`, `repair`, `protect`. */
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
export function eventSql(text: EventText, words: LedgerWords = literally): string {
  const { action, hash, name, outcome, durationMs, actor, detail } = text;
  return words('insert-event', {
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

/** With literals, as psql understands it too. */
function literally(name: LedgerStatement, values: Readonly<Record<string, SqlValue>>): string {
  return fillSql(ledgerStatement(name), values);
}
