import { formatIdentifier, formatName } from '@godwit/migrator/statements';
import type { SafeStep } from '../lint-finding.ts';
import type { LintStatement } from '../lint-statement.ts';
import type { Subject } from '../rule.ts';
import { constraintName } from '../schema/constraint-facts.ts';
import { applyEdits, type Edit, insertAt } from '../text/edit.ts';
import { columnConstraintSpan, commandSpan } from '../text/spans.ts';
import { type AddedConstraint, addedConstraints, constraintsOf } from '../tree/parts.ts';
import { here, later } from './steps.ts';

export interface NotValidForm {
  readonly safe: readonly SafeStep[];
  /** What `--fix` does for this one constraint. */
  readonly fix: readonly Edit[];
}

/** Whether adding the constraint reads every row: not one that is NOT VALID, and not a foreign key whose column is new and null. */
export function checksEveryRow({ constraint, column }: AddedConstraint): boolean {
  if (constraint.skip_validation || constraint.is_enforced === false) return false;
  if (constraint.contype === 'CONSTR_CHECK') return true;
  return (
    constraint.contype === 'CONSTR_FOREIGN' &&
    (column === null || constraintsOf(column).some(({ contype }) => contype === 'CONSTR_DEFAULT'))
  );
}

/**
 * NOT VALID now, VALIDATE in a later revision. Not in the same one: ADD CONSTRAINT holds its lock, which blocks writes (a foreign
 * key's) or everything (a CHECK's), until its transaction ends, and VALIDATE would read every row under it. Alone VALIDATE takes SHARE
 * UPDATE EXCLUSIVE, beside which reads and writes go on.
 *
 * The safe form makes every such constraint of the statement NOT VALID at once.
 */
export function notValidForm(subject: Subject, added: AddedConstraint): NotValidForm {
  const { statement } = subject;
  const table = formatName(added.table);
  const all = addedConstraints(statement.node).filter(checksEveryRow);
  const named = all.map((one) => ({ one, name: formatIdentifier(nameOf(subject, one)) }));
  const validate = (name: string) => `alter table ${table} validate constraint ${name};`;
  const own = named.find(({ one }) => one.constraint === added.constraint);
  return {
    safe: [
      here(
        `${applyEdits(
          statement.text,
          named.flatMap(({ one, name }) => editsFor(statement, one, name)),
        )};`,
      ),
      later(named.map(({ name }) => validate(name)).join('\n')),
    ],
    fix:
      own === undefined ? [] : [insertAt(0, `-- In the next revision: ${validate(own.name)}\n`), ...editsFor(statement, added, own.name)],
  };
}

function nameOf({ schema }: Subject, { table, constraint, column }: AddedConstraint): string {
  const known = schema.table(table);
  return (
    constraint.conname ??
    constraintName(constraint, {
      table: table.name,
      column: column?.colname ?? null,
      isTaken: (name) => known?.constraints.has(name) ?? false,
    })
  );
}

function editsFor(statement: LintStatement, { constraint, column, command }: AddedConstraint, name: string): Edit[] {
  const { end } = commandSpan(statement, command.index);
  if (column === null) {
    const naming = constraint.conname === undefined ? [insertAt(statement.at(constraint.location), `constraint ${name} `)] : [];
    return [...naming, insertAt(end, ' not valid')];
  }
  const span = columnConstraintSpan(statement, column, constraint, end);
  const isKey = constraint.contype === 'CONSTR_FOREIGN';
  const keyword = statement.tokens().find(({ start, word }) => start >= span.start && word === (isKey ? 'references' : 'check'));
  const before = statement.text.slice(0, span.start).trimEnd().length;
  const definition = `${isKey ? `foreign key (${formatIdentifier(column.colname ?? '')}) ` : ''}${statement.text.slice(keyword?.start, span.end)}`;
  return [{ start: before, end: span.end, text: '' }, insertAt(end, `,\n  add constraint ${name} ${definition} not valid`)];
}
