import { formatIdentifier, formatName, nameOfRange } from '@godwit/migrator/statements';
import { lockOn } from '../lock-on.ts';
import type { StatementRule } from '../rule.ts';
import { batchUpdate } from '../safe/batches.ts';
import { createTrigger, dropTrigger } from '../safe/in-step.ts';
import { batch, here, later } from '../safe/steps.ts';
import { formatType } from '../schema/column-type.ts';
import { alteredTable, tableCommands } from '../tree/parts.ts';

export const renameColumn: StatementRule = {
  about: 'statements',
  name: 'rename-column',
  group: 'compatibility',
  severity: 'error',
  summary: 'RENAME COLUMN',
  why: 'The application that is running asks for the old name, and fails from this moment until the new version is everywhere. Add the column under its new name, keep both in step by a trigger, fill it by a backfill, deploy the version that uses the new name, and drop the old column. A column that takes the place of one that the same revision drops is no finding.',
  example: { sql: 'alter table shelf.books rename column title to headline;' },
  reverts: false,
  sees: 'before',
  kinds: ['RenameStmt'],
  *check(subject) {
    const { statement, revision, schema } = subject;
    if (!('RenameStmt' in statement.node) || statement.node.RenameStmt.renameType !== 'OBJECT_COLUMN') return;
    const { relation, relationType, subname = '', newname = '' } = statement.node.RenameStmt;
    if (relation === undefined || relationType !== 'OBJECT_TABLE') return;
    const table = nameOfRange(relation);
    const lock = lockOn(subject, table);
    if (lock === null) return;
    const dropped = revision.statements.slice(0, statement.index).some(({ node }) => {
      const altered = alteredTable(node);
      return (
        altered?.name === table.name && tableCommands(node).some(({ subtype, name }) => subtype === 'AT_DropColumn' && name === newname)
      );
    });
    if (dropped) return;
    const [target, before, after] = [formatName(table), formatIdentifier(subname), formatIdentifier(newname)];
    const type = schema.table(table)?.columns.get(subname)?.type ?? null;
    const trigger = { table, suffix: `keep_${newname}_in_step` };
    const body = [
      "if tg_op = 'INSERT' then",
      `  new.${after} := coalesce(new.${after}, new.${before});`,
      `  new.${before} := coalesce(new.${before}, new.${after});`,
      `elsif new.${after} is distinct from old.${after} then`,
      `  new.${before} := new.${after};`,
      `elsif new.${before} is distinct from old.${before} then`,
      `  new.${after} := new.${before};`,
      'end if;',
    ];
    const column = `alter table ${target} add column ${after} ${type === null ? 'text' : formatType(type)};`;
    yield {
      message: `RENAME COLUMN breaks the application that still asks for ${target}.${before}`,
      because: 'a new version is not everywhere at the moment when the name changes',
      locks: [lock],
      safe: [
        here(
          `${column}\n\n${createTrigger({ ...trigger, body })}`,
          type === null ? `in this revision, with the type of ${before}` : undefined,
        ),
        batch(
          batchUpdate({
            table: target,
            known: schema.table(table),
            set: `${after} = ${before}`,
            where: `${after} is distinct from ${before}`,
          }),
        ),
        later(
          `${dropTrigger(trigger)}\nalter table ${target} drop column ${before};`,
          `then, when nothing asks for ${before} any more, in a revision of its own`,
        ),
      ],
    };
  },
};
