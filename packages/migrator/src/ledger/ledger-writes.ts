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

/** Where a step's row goes in the ledger: at its end, beneath rows that are there, or away. */
export type LedgerPlace = Direction | 'beneath';

/** What a step writes, in this order. */
export const STEP_STATEMENTS: Readonly<Record<LedgerPlace, readonly LedgerStatement[]>> = {
  up: ['insert-migration', 'write-revision', 'insert-event'],
  beneath: ['insert-migration', 'change-rows', 'write-revision', 'insert-event'],
  down: ['delete-revision', 'insert-event'],
};

/** What is written of each row above one that goes in beneath it, when it gets another name. */
export const RENAME_STATEMENTS: readonly LedgerStatement[] = ['rename-revision', 'refresh-revision', 'insert-event'];

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
  const { direction, record, previousHash, actor, above = [] } = change;
  const values = {
    ...revisionValues(record),
    ...eventValues({ ...change, action: direction, hash: record.hash, name: record.name, outcome: 'ok' }),
    previous_hash: previousHash,
    rows: changedRows(above),
  };
  const own = STEP_STATEMENTS[above.length === 0 ? direction : 'beneath'].map((name) => words(name, values));
  return [...own, ...above.flatMap((row) => renamedSql(row, actor, words))].join(';\n');
}

/** What `change-rows` takes. */
export function changedRows(above: readonly RowChange[]): string {
  return JSON.stringify(
    above.map(({ oldHash, hash, previousHash, ledgerName }) => ({
      old_hash: oldHash,
      hash,
      previous_hash: previousHash,
      filename: ledgerName,
    })),
  );
}

/** What the log says of a row that gets another name. */
export function renameDetail({ name, oldHash }: RowChange): Readonly<Record<string, unknown>> {
  return { from: name, old_hash: oldHash };
}

function renamedSql(row: RowChange, actor: Actor, words: LedgerWords): readonly string[] {
  const { oldHash, hash, renamed } = row;
  if (renamed === null) return [];
  const event = { action: 'rename', hash, name: renamed.name, outcome: 'ok', durationMs: 0, actor, detail: renameDetail(row) } as const;
  const values = { ...revisionValues(renamed), ...eventValues(event), hash, old_hash: oldHash };
  return RENAME_STATEMENTS.map((name) => words(name, values));
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
export function eventSql(text: EventText): string {
  return literally('insert-event', eventValues(text));
}

function eventValues({ action, hash, name, outcome, durationMs, actor, detail }: EventText): Readonly<Record<string, SqlValue>> {
  return {
    action,
    hash,
    name,
    outcome,
    duration_ms: durationMs,
    os_user: actor.osUser,
    host: actor.host,
    godwit_version: actor.godwitVersion,
    detail: JSON.stringify(detail),
  };
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
