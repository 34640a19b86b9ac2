import { putSql } from '../ledger/fill-sql.ts';
import { type LedgerPlace, type LedgerStatement, ledgerStatement, RENAME_STATEMENTS, STEP_STATEMENTS } from '../ledger/ledger-writes.ts';
import type { Step } from '../plan/step.ts';
import { ownSql } from './own-sql.ts';
import { type LedgerSubject, psqlValues } from './psql-values.ts';
import { type PsqlVariable, statements } from './psql-variable.ts';
import type { RenderOptions } from './render.ts';

/** How a script enters a step in the ledger, by where its row goes. */
export const ENTERS: Readonly<Record<LedgerPlace, Pick<PsqlVariable, 'name' | 'about'>>> = {
  up: { name: 'enter_step', about: 'enters in the ledger what was applied' },
  beneath: { name: 'enter_beneath', about: 'enters in the ledger what was applied beneath other revisions, which follow it from then on' },
  down: { name: 'enter_revert', about: 'takes out of the ledger what was reverted' },
};

export function placeOf({ direction, insertion }: Pick<Step, 'direction' | 'insertion'>): LedgerPlace {
  return insertion === undefined ? direction : 'beneath';
}

/** Between :end_step and COMMIT. */
export function enterStep(place: LedgerPlace, options: RenderOptions): PsqlVariable {
  return {
    ...ENTERS[place],
    sql: statements([ownSql('../execute/sql/close-step.sql'), ...written(STEP_STATEMENTS[place], place, options)]),
  };
}

/** Between :enter_beneath and COMMIT. */
export function renameRevision(options: RenderOptions): PsqlVariable {
  return {
    name: 'rename_revision',
    about: 'what the ledger calls a revision from then on that another went beneath',
    sql: statements(written(RENAME_STATEMENTS, 'rename', options)),
  };
}

/** Between :begin_step and COMMIT. */
export function refreshRevision(options: RenderOptions): PsqlVariable {
  return {
    name: 'refresh_revision',
    about: 'what the ledger does not know yet of a revision that is applied',
    sql: statements(written(['refresh-revision'], 'up', options)),
  };
}

function written(names: readonly LedgerStatement[], subject: LedgerSubject, { actor }: RenderOptions): readonly string[] {
  const values = psqlValues(subject, actor);
  return names.map((name) => putSql(ledgerStatement(name), values));
}
