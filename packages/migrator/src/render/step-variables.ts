import { stepSettings } from '../execute/session.ts';
import { putSql } from '../ledger/fill-sql.ts';
import { checkSql } from './check-sql.ts';
import { dollarQuote } from './dollar-quote.ts';
import { indented, ownSql } from './own-sql.ts';
import { psqlValues } from './psql-values.ts';
import { type PsqlVariable, statements } from './psql-variable.ts';
import type { RenderOptions } from './render.ts';

type VariableOptions = RenderOptions & { readonly lockTimeoutMs: number };

/** What JavaScript knows when the executor claims a step, the server must say when a script does. */
const BACKEND_START = '(select backend_start from pg_catalog.pg_stat_activity where pid = pg_backend_pid())';

/** Opens a transaction as the executor does: a known session, the lock on the ledger, the check, the step's settings. */
export function beginStep(options: VariableOptions): PsqlVariable {
  return {
    name: 'begin_step',
    about: 'opens a transaction in a session without past, and checks under the lock on the ledger that the step begins where it should',
    sql: statements([
      'begin isolation level read committed read write',
      ownSql('../execute/sql/known-session.sql'),
      ownSql('../execute/sql/deallocate.sql'),
      ownSql('./sql/transaction-timeout.sql'),
      // The script is UTF-8, which `reset all` has just forgotten.
      "set client_encoding to 'UTF8'",
      `set local lock_timeout to ${options.lockTimeoutMs}`,
      ownSql('../execute/sql/lock-ledger.sql'),
      ...checkSql(options.plan.steps),
      settings(options),
    ]),
  };
}

/** Between a step's own SQL and what enters it in the ledger. */
export function endStep(): PsqlVariable {
  return { name: 'end_step', about: 'checks what the step deferred', sql: statements([ownSql('../execute/sql/end-body.sql')]) };
}

/**
 * Enters a step outside a transaction into the journal and commits, as the executor does, so that a script that dies is found
 * and repaired by the next `godwit upgrade`.
 */
export function beginAlone(options: VariableOptions): PsqlVariable {
  const detail = ownSql('./sql/journal-detail.sql')
    .replace('-- :of_table', () => indented(ofTable(), 8))
    .replace('-- :left_over', () => indented(ownSql('../execute/standalone/sql/reindex-leftovers.sql'), 8));
  const values = {
    ...psqlValues('beneath', options.actor),
    direction: ":'direction'",
    statement: ":'statement'",
    backend_start: BACKEND_START,
    detail: indented(detail, 2),
  };
  return {
    name: 'begin_alone',
    about: 'for a step outside a transaction: :begin_step, then commits a row in godwit.journal, by which a run that dies is found',
    sql: `:begin_step\n${statements([putSql(ownSql('../execute/standalone/sql/claim-step.sql'), values), settings(options)])}`,
  };
}

function ofTable(): string {
  return ownSql('../execute/standalone/sql/table-indexes.sql').replace('$1', "nullif(:'index_table', '')");
}

/** Opens the transaction that ends such a step. */
export function endAlone(): PsqlVariable {
  const release = putSql(ownSql('../execute/standalone/sql/release-step.sql'), { backend_start: BACKEND_START });
  return {
    name: 'end_alone',
    about: 'opens a transaction, and takes the row out of godwit.journal',
    sql: statements([
      ownSql('../execute/standalone/sql/begin-entry.sql'),
      "set local godwit.name to :'name'",
      ownSql('./sql/release-step.sql').replace('-- :release', () => indented(release, 4)),
    ]),
  };
}

/** As the executor sets them, without a result that psql would show. */
function settings(options: VariableOptions): string {
  const calls = stepSettings(options).map((call) => `  perform ${call};\n`);
  return `do language plpgsql ${dollarQuote(`\nbegin\n${calls.join('')}end\n`, 'settings')}`;
}
