import { quoteIdentifier, readSql } from '@godwit/postgres';
import * as v from 'valibot';
import type { RelationName } from '../statements/relation-name.ts';
import type { Asker } from './ask.ts';
import { violatingExamples } from './examples.ts';
import type { NewConstraint, UniqueKey } from './lossy-action.ts';
import type { PartialLoss } from './partial-loss.ts';
import type { PlannedChanges } from './planned-changes.ts';
import { findTable, findTables, type Table, tableSql, tableText } from './table.ts';

interface Constraining {
  readonly asker: Asker;
  readonly table: Table;
  readonly changes: PlannedChanges;
  /** The present name of a column of the table; null for one that the plan makes. */
  readonly column: (name: string) => string | null;
  readonly relation: (name: RelationName) => RelationName | null;
}

/** Rows that a constraint would refuse. */
interface Violation {
  /** `from … where …`, over the table as `t`. */
  readonly from: string;
  /** Whose values show why. */
  readonly columns: readonly string[];
  readonly reason: string;
}

/**
 * The rows that are there and violate a constraint that the plan adds: the step would fail at them. Nothing is said of those that cannot be
 * told, since none of them would be lost: what the plan changes first, what takes too long.
 */
export async function violations(constraining: Constraining, constraint: NewConstraint): Promise<readonly PartialLoss[]> {
  const { asker, table, changes } = constraining;
  if (changes.touch(table)) return [];
  const violation = await violationOf(constraining, constraint);
  if (violation === null) return [];
  const answer = await asker.table(`select count(*)::float8 as count ${violation.from}`);
  if (answer.kind !== 'rows') return [];
  const { count } = v.parse(countRow, answer.rows[0]);
  if (count === 0) return [];
  const examples = await violatingExamples(asker, table, violation);
  return [{ kind: 'violating', object: tableText(table), count, exact: true, examples, reason: violation.reason }];
}

const countRow = v.object({ count: v.number() });

async function violationOf(constraining: Constraining, constraint: NewConstraint): Promise<Violation | null> {
  const { table } = constraining;
  switch (constraint.kind) {
    case 'check': {
      const { sql, columns, text } = constraint.check;
      return { from: `from ${tableSql(table)} where not (${sql})`, columns, reason: text };
    }
    case 'unique':
      return duplicates(constraining, constraint);
    case 'foreign key': {
      const { columns, references, keys } = constraint;
      return await orphans(constraining, { columns, references: await referencedTable(constraining, references), keys });
    }
    case 'existing':
      return await existing(constraining, constraint.name);
    case 'required column': {
      const reason = `the new column ${constraint.column} must have a value, and has no default`;
      return { from: `from ${tableSql(table)}`, columns: [], reason };
    }
  }
}

/** Rows that share a key with another; of a primary key also those without one. */
function duplicates({ table, column }: Constraining, { keys, where, nullsEqual, primary }: UniqueKey): Violation | null {
  const present = keys.map((key) => ('column' in key ? column(key.column) : null));
  if (keys.some((key, place) => 'column' in key && present[place] === null)) return null;
  const texts = keys.map((key, place) => ('sql' in key ? key.sql : quoteIdentifier(present[place] ?? '')));
  const list = texts.join(', ');
  const nulls = texts.map((text) => `${text} is null`).join(' or ');
  const among = [where === null ? [] : `(${where})`, nullsEqual || primary ? [] : `not (${nulls})`].flat().join(' and ');
  const same = `select *, count(*) over (partition by ${list}) > 1${primary ? ` or ${nulls}` : ''} as godwit_violates from ${tableSql(table)}${among === '' ? '' : ` where ${among}`}`;
  const columns = present.flatMap((name) => name ?? []);
  return { from: `from (${same}) as t where godwit_violates`, columns, reason: `${list} would not be unique` };
}

interface Reference {
  readonly columns: readonly string[];
  /** Null for one that the plan makes, or changes first. */
  readonly references: Table | null;
  readonly keys: readonly string[];
}

async function orphans({ table, column }: Constraining, { columns, references, keys }: Reference): Promise<Violation | null> {
  const present = columns.flatMap((name) => column(name) ?? []);
  const wanted = references === null ? [] : keys.length > 0 ? keys : references.key;
  if (references === null || present.length !== columns.length || wanted.length !== present.length) return null;
  const own = present.map((name) => `t.${quoteIdentifier(name)}`);
  const pairs = own.map((name, place) => `there.${quoteIdentifier(wanted[place] ?? '')} = ${name}`);
  const filled = own.map((name) => `${name} is not null`);
  return {
    from: `from ${tableSql(table)} as t where ${filled.join(' and ')} and not exists (select from ${tableSql(references)} as there where ${pairs.join(' and ')})`,
    columns: present,
    reason: `there is no such row in ${tableText(references)}`,
  };
}

async function referencedTable({ asker, relation, changes }: Constraining, name: RelationName): Promise<Table | null> {
  const table = await findTable(asker, relation(name));
  return table === null || changes.touch(table) ? null : table;
}

const existingRow = v.object({
  type: v.string(),
  expression: v.nullable(v.string()),
  columns: v.array(v.string()),
  references: v.nullable(v.string()),
  keys: v.array(v.string()),
});

/** Of one that was added NOT VALID. */
async function existing(constraining: Constraining, name: string): Promise<Violation | null> {
  const { asker, table, changes } = constraining;
  const [row] = await asker.catalog(readSql(import.meta.url, './sql/table-constraint.sql'), [table.oid, name]);
  if (row === undefined) return null;
  const { type, expression, columns, references, keys } = v.parse(existingRow, row);
  if (type === 'c' && expression !== null)
    return { from: `from ${tableSql(table)} where not (${expression})`, columns, reason: `check ${name}` };
  if (type !== 'f' || references === null) return null;
  const [there = null] = await findTables(asker, [references]);
  return await orphans(constraining, { columns, references: there === null || changes.touch(there) ? null : there, keys });
}
