import type { ObjectOfKind } from '@godwit/catalog';
import { quoteIdentifier } from '@godwit/postgres';

type Constraint = ObjectOfKind<'constraint'>;

/** A constraint inside CREATE TABLE: behind its column, or on a line of its own. */
export interface ConstraintClause {
  readonly sql: string;
  /** The one column that it stands behind; null when it stands alone. */
  readonly column: string | null;
}

const SUFFIXES: Readonly<Record<Constraint['properties']['type'], string | null>> = {
  'primary key': 'pkey',
  unique: 'key',
  'foreign key': 'fkey',
  check: 'check',
  exclusion: null,
};

/** Behind its column and without a name where PostgreSQL would give it the same name. */
export function constraintClause(constraint: Constraint): ConstraintClause {
  const [, table = '', name = ''] = constraint.path;
  const { type, columns, definition } = constraint.properties;
  const [column] = columns;
  const suffix = SUFFIXES[type];
  const between = type === 'primary key' || (type === 'check' && columns.length !== 1) ? [] : columns;
  const usual = [table, ...between, suffix ?? ''].join('_');
  const isUsual = suffix !== null && name === usual && Buffer.byteLength(name) < 63 && !definition.includes(' INCLUDE (');
  const modes = modesOf(constraint.properties);
  const named = isUsual ? '' : `constraint ${quoteIdentifier(name)} `;
  if (isUsual && columns.length === 1 && column !== undefined) {
    const inline = inlineForm(type, definition);
    if (inline !== null) return { sql: `${inline}${modes}`, column };
  }
  return { sql: `${named}${spaced(definition)}${modes}`, column: null };
}

function modesOf({ deferrable, initiallyDeferred, enforced }: Constraint['properties']): string {
  return `${deferrable ? ' deferrable' : ''}${initiallyDeferred ? ' initially deferred' : ''}${enforced ? '' : ' not enforced'}`;
}

/** The definition without the list of its one column; null when more than that list makes it differ. */
function inlineForm(type: Constraint['properties']['type'], definition: string): string | null {
  if (type === 'check') return definition;
  const [, before, after] =
    /^(PRIMARY KEY|UNIQUE(?: NULLS NOT DISTINCT)?|FOREIGN KEY) \((?:"(?:[^"]|"")*"|[^,()"]+)\)(.*)$/s.exec(definition) ?? [];
  if (before === undefined || after === undefined) return null;
  return type === 'foreign key' ? spaced(after.trim()) : `${before}${after}`;
}

/** `references shelf.books (id)` for `REFERENCES shelf.books(id)`. */
function spaced(definition: string): string {
  return definition.replace(/\b(REFERENCES (?:"(?:[^"]|"")*"|[^\s("])+)\(/, '$1 (');
}
