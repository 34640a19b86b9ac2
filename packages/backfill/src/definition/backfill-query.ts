import { frameAt } from '@godwit/diagnostics';
import { UnreadableQuery } from '../errors/definition-errors.ts';

/** Values of parameters by name; an array is PostgreSQL's. */
export type QueryValues = Readonly<Record<string, string | number | string[] | null>>;

/** One statement of a backfill, with named parameters as pgtyped writes them. */
export interface BackfillQuery {
  /** As the user knows it: `backfills/star-ratings/work.sql`. */
  readonly file: string;
  /** As it stands in the file. */
  readonly text: string;
  readonly parameters: ReadonlySet<string>;
  /** With `$1` in place of names, and what belongs there; a parameter without a value is null. */
  readonly bind: (values: QueryValues) => { readonly text: string; readonly values: unknown[] };
  /** With SQL in place of names, to stand in brackets within another statement; a parameter without any is null. */
  readonly inline: (expressions: Readonly<Record<string, string>>) => string;
}

/**
 * Reads the one annotated statement of a file.
 *
 * @throws UnreadableQuery when it is not one, or has characters that pgtyped miscounts
 */
export async function readBackfillQuery(file: string, text: string): Promise<BackfillQuery> {
  const wide = /[\u{10000}-\u{10FFFF}]/u.exec(text);
  if (wide) throw new UnreadableQuery(`pgtyped miscounts ${wide[0]}: write it as an escape`, frameAt(file, text, wide.index));
  if (!/@name\s+\w/.test(text)) throw new UnreadableQuery('no /* @name … */ was found', frameAt(file, text, 0));
  const [{ parseSQLFile, queryASTToIR }, { processSQLQueryIR }] = await Promise.all([
    import('@pgtyped/parser'),
    import('@pgtyped/runtime'),
  ]);
  const { queries, events } = parseSQLFile(text);
  const [event] = events;
  if (event) throw new UnreadableQuery(event.message.text, frameAt(file, text, event.location?.a ?? 0));
  const [ast, second] = queries;
  if (ast === undefined) throw new UnreadableQuery('no /* @name … */ was found', frameAt(file, text, 0));
  if (second !== undefined) throw new UnreadableQuery('a file has one statement', frameAt(file, text, second.statement.loc.a));
  const ir = queryASTToIR(ast);
  const parameters = new Set(ir.params.map(({ name }) => name));
  return {
    file,
    text,
    parameters,
    bind: (values) => {
      const all = Object.fromEntries([...parameters].map((name) => [name, values[name] ?? null]));
      const { query, bindings } = processSQLQueryIR(ir, all);
      return { text: query, values: bindings };
    },
    inline: (expressions) => {
      const places = ir.params.flatMap(({ name, locs }) => locs.map(({ a, b }) => ({ a, b, sql: expressions[name] ?? 'null' })));
      return withoutEnd(replaceAll(ir.statement, places));
    },
  };
}

/** @param places from a first character to a last one */
function replaceAll(text: string, places: readonly { readonly a: number; readonly b: number; readonly sql: string }[]): string {
  let [replaced, at] = ['', 0];
  for (const { a, b, sql } of places.toSorted((one, other) => one.a - other.a)) {
    replaced += text.slice(at, a) + sql;
    at = b + 1;
  }
  return replaced + text.slice(at);
}

/** To stand in brackets. */
export function withoutEnd(sql: string): string {
  return sql.trim().replace(/;\s*$/, '');
}
