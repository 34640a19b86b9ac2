import type { RelationName } from '@godwit/migrator/statements';
import type { QueryUse, RelationUse } from './lint-context.ts';
import type { FullName } from './schema/table.ts';

type Resolve = (name: RelationName) => FullName;

/** Whether something names a table, or (when one is given) a column of it. */
export function usesTable(uses: readonly RelationUse[], table: FullName, column: string | null, resolve: Resolve): boolean {
  return uses.some(({ relation, columns }) => {
    const full = resolve(relation);
    if (full.schema !== table.schema || full.name !== table.name) return false;
    return column === null || columns === 'all' || columns.includes(column);
  });
}

/** `SimilarBooks (packages/queries/src/shelf/similar-books.sql:3), …`, three at most. */
export function listQueries(queries: readonly QueryUse[]): string {
  const shown = queries.slice(0, 3).map(({ name, file, line }) => `${name} (${file}:${line})`);
  const more = queries.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
