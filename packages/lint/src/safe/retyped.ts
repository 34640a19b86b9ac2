import type { ColumnDef } from 'libpg-query';
import type { LintStatement } from '../lint-statement.ts';
import { type ColumnType, typeOf } from '../schema/column-type.ts';
import { applyEdits } from '../text/edit.ts';
import { type Span, typeSpan } from '../text/spans.ts';
import { typedColumns } from '../tree/parts.ts';

/** A column whose type is to be another one. */
export interface RetypedColumn {
  readonly column: ColumnDef;
  readonly type: ColumnType;
  readonly span: Span;
}

export interface Retyped {
  readonly columns: readonly RetypedColumn[];
  /** The statement with the other type for each of them. */
  readonly sql: string;
}

/** @param name the type to be replaced, as the catalog calls it */
export function retyped(statement: LintStatement, name: string, instead: (type: ColumnType) => string): Retyped {
  const columns = typedColumns(statement.node).flatMap((column): RetypedColumn[] => {
    const type = typeOf(column.typeName);
    return type?.name === name && type.schema === null ? [{ column, type, span: typeSpan(statement, column) }] : [];
  });
  const edits = columns.map(({ type, span }) => ({ ...span, text: instead(type) }));
  return { columns, sql: `${applyEdits(statement.text, edits)};` };
}
