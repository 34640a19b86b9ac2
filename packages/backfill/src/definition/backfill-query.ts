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
  };
}
