import type { RelationName } from '@godwit/migrator';
import { formatIdentifier, formatName } from '@godwit/migrator/statements';
import type { SafeStep } from '../lint-finding.ts';
import { defaultName } from '../schema/default-name.ts';
import type { Table } from '../schema/table.ts';
import { later } from './steps.ts';

export interface NotNullForm {
  /** The subcommands that make new rows fit, for an ALTER TABLE. */
  readonly check: string;
  /** What makes the column NOT NULL once the old rows fit too. */
  readonly after: SafeStep;
}

/**
 * NOT NULL without a scan under ACCESS EXCLUSIVE: a CHECK that is not validated holds for new rows, VALIDATE reads the old ones while
 * everybody goes on, and SET NOT NULL takes the validated CHECK for proof (since PostgreSQL 12).
 */
export function notNullForm(table: RelationName, columns: readonly string[], known: Table | null): NotNullForm {
  const constraints = columns.map((column) => ({
    column: formatIdentifier(column),
    name: formatIdentifier(defaultName(table.name, [column], 'not_null', (name) => known?.constraints.has(name) ?? false)),
  }));
  const target = formatName(table);
  return {
    check: constraints.map(({ column, name }) => `add constraint ${name} check (${column} is not null) not valid`).join(',\n  '),
    after: later(
      [
        ...constraints.map(({ name }) => `alter table ${target} validate constraint ${name};`),
        ...constraints.map(({ column }) => `alter table ${target} alter column ${column} set not null;`),
        ...constraints.map(({ name }) => `alter table ${target} drop constraint ${name};`),
      ].join('\n'),
    ),
  };
}
