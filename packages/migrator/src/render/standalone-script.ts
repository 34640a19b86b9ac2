import { readSql } from '@godwit/postgres';
import { regclass } from '../execute/standalone/index-state.ts';
import { type StandaloneWork, standaloneWork } from '../execute/standalone/standalone-work.ts';
import { fillSql } from '../ledger/fill-sql.ts';
import type { Step } from '../plan/step.ts';

/** What JavaScript knows when the executor claims a step, the server must say when a script does. */
const BACKEND_START = '(select backend_start from pg_catalog.pg_stat_activity where pid = pg_backend_pid())';

/**
 * Enters a step outside a transaction into the journal and commits, as the executor does, so that a script that dies is found
 * and repaired by the next `godwit upgrade`.
 *
 * @param sql the step's statement, after placeholders
 */
export async function claimScript(step: Step, sql: string): Promise<string> {
  const { hash, number, name, ledgerName, message, revert, previousHash, direction, body, insertion } = step;
  const indexes = indexesBefore(await standaloneWork(sql));
  const text = readSql(import.meta.url, '../execute/standalone/sql/claim-step.sql')
    .replace(":'backend_start'", () => BACKEND_START)
    .replace(
      ":'detail'",
      () => `pg_catalog.jsonb_build_object('record', :'record'::jsonb, 'above', :'above'::jsonb, 'indexes', ${indexes})`,
    );
  const record = JSON.stringify({ hash, number, name, ledgerName, message, revert });
  const above = JSON.stringify(insertion?.changes ?? []);
  return `${fillSql(text, { hash, previous_hash: previousHash, name, direction, statement: body, record, above }).trim()};\n`;
}

/** Opens the transaction that ends such a step, and takes it out of the journal. */
export function releaseScript({ name }: Step): string {
  const release = fillSql(
    readSql(import.meta.url, '../execute/standalone/sql/release-step.sql').replace(":'backend_start'", () => BACKEND_START),
    {},
  );
  const block = fillSql(readSql(import.meta.url, './sql/release-step.sql'), { step: name }).replace('-- :release', () => release.trim());
  return `${readSql(import.meta.url, '../execute/standalone/sql/begin-entry.sql').trim()};\n${block.trim()};\n`;
}

function indexesBefore(work: StandaloneWork): string {
  const indexes = indexesSql(work);
  return indexes === null
    ? "'[]'::jsonb"
    : readSql(import.meta.url, './sql/indexes-before.sql')
        .trim()
        .replace('-- :indexes', () => indexes.trim());
}

function indexesSql(work: StandaloneWork): string | null {
  if (work.kind === 'reindex') return readSql(import.meta.url, '../execute/standalone/sql/reindex-leftovers.sql');
  if (work.kind !== 'create index') return null;
  const table = fillSql(":'table'", { table: regclass(work.table) });
  return readSql(import.meta.url, '../execute/standalone/sql/table-indexes.sql').replace('$1', () => table);
}
