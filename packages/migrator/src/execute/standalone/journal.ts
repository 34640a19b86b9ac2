import { readSql } from '@godwit/postgres';
import * as v from 'valibot';
import { fillSql } from '../../ledger/fill-sql.ts';
import { runScript } from '../../ledger/run-script.ts';
import type { RevisionRecord, RowChange, Step } from '../../plan/step.ts';
import type { Run } from '../run.ts';
import { type IndexState, indexRow } from './index-state.ts';

const revert = v.variant('kind', [
  v.object({ kind: v.literal('sql'), hash: v.string(), body: v.string(), transactional: v.boolean() }),
  v.object({ kind: v.literal('irreversible'), reason: v.string() }),
]);

const record = v.object({
  hash: v.string(),
  number: v.number(),
  name: v.string(),
  ledgerName: v.string(),
  message: v.nullable(v.string()),
  revert: v.nullable(revert),
});

const rowChange = v.object({
  oldHash: v.string(),
  hash: v.string(),
  previousHash: v.nullable(v.string()),
  ledgerName: v.string(),
  name: v.string(),
  renamed: v.nullable(record),
});

const detail = v.object({
  /** All that the ledger needs, for a run that finds the step done and does not have its file. */
  record,
  /** Rows above a step that goes in beneath others. */
  above: v.optional(v.array(rowChange), []),
  indexes: v.array(indexRow),
});

const row = v.object({
  hash: v.string(),
  previous_hash: v.nullable(v.string()),
  name: v.string(),
  direction: v.picklist(['up', 'down']),
  statement: v.string(),
  started_at: v.date(),
  backend_pid: v.number(),
  backend_start: v.string(),
  detail,
  own: v.boolean(),
  alive: v.boolean(),
});

/** The step outside a transaction that runs now, or crashed. */
export interface JournalEntry {
  readonly record: RevisionRecord;
  readonly previousHash: string | null;
  readonly above: readonly RowChange[];
  readonly direction: Step['direction'];
  /** Before placeholders. */
  readonly statement: string;
  readonly startedAt: Date;
  readonly backendPid: number;
  readonly backendStart: string;
  /** Of before it began. */
  readonly indexes: readonly IndexState[];
  /** Whether the session that runs it is still there. Our own, which is not at it any more, counts as gone. */
  readonly alive: boolean;
}

/** Enters a step into the journal and commits, under the lock on the ledger that the transaction holds. */
export async function claimStep(run: Run, step: Step, indexes: readonly IndexState[]): Promise<void> {
  const { hash, number, name, ledgerName, message, revert: way, previousHash, direction, body, insertion } = step;
  const above = insertion?.changes ?? [];
  const claim = fillSql(readSql(import.meta.url, './sql/claim-step.sql'), {
    hash,
    previous_hash: previousHash,
    name,
    direction,
    statement: body,
    backend_start: run.session.backendStart,
    detail: JSON.stringify({ record: { hash, number, name, ledgerName, message, revert: way }, above, indexes }),
  });
  // Better an index that is built in vain for a client that died, and found by the next run, than one that is thrown away when almost done.
  const unattended = run.session.checksConnection ? 'set client_connection_check_interval to 0' : null;
  const script = [claim, unattended, run.stepSettings].filter((part) => part !== null);
  await runScript(run.session.client, script.join(';\n'));
}

/** Takes our entry out of the journal. False when it was not there any more. Within a transaction if one is open. */
export async function releaseStep(run: Run): Promise<boolean> {
  const sql = fillSql(readSql(import.meta.url, './sql/release-step.sql'), { backend_start: run.session.backendStart });
  const { rowCount } = await run.session.client.query(sql);
  return rowCount === 1;
}

/** Leaves our entry to the next run, which takes it over at once. */
export async function abandonStep(run: Run): Promise<void> {
  await run.session.client.query(fillSql(readSql(import.meta.url, './sql/abandon-step.sql'), { backend_start: run.session.backendStart }));
}

export async function readJournal(run: Run): Promise<JournalEntry | null> {
  const sql = fillSql(readSql(import.meta.url, './sql/read-journal.sql'), { backend_start: run.session.backendStart });
  const { rows } = await run.session.client.query(sql);
  if (rows[0] === undefined) return null;
  const entry = v.parse(row, rows[0]);
  return {
    record: entry.detail.record,
    previousHash: entry.previous_hash,
    above: entry.detail.above,
    direction: entry.direction,
    statement: entry.statement,
    startedAt: entry.started_at,
    backendPid: entry.backend_pid,
    backendStart: entry.backend_start,
    indexes: entry.detail.indexes,
    alive: entry.alive && !entry.own,
  };
}

/** Makes an abandoned entry ours. False when another run was quicker, or has settled it. */
export async function takeOver(run: Run, entry: JournalEntry): Promise<boolean> {
  const sql = fillSql(readSql(import.meta.url, './sql/take-over.sql'), {
    own_start: run.session.backendStart,
    backend_pid: entry.backendPid,
    backend_start: entry.backendStart,
  });
  const { rowCount } = await run.session.client.query(sql);
  return rowCount === 1;
}
