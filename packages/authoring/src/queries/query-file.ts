import { frameAt } from '@godwit/diagnostics';
import { UnreadableQueryFile } from './errors.ts';

/** One annotated query of a `.sql` file. */
export interface Query {
  readonly name: string;
  /** As the user knows it, with forward slashes: `packages/queries/src/shelf/similar-books.sql`. */
  readonly file: string;
  readonly text: string;
  /** Where its statement begins in `text`, counted from 0. */
  readonly offset: number;
  /** With `$1` in the place of `:name`. */
  readonly statement: string;
  /** Where the parameters stand in the query as written, from its offset: first and last character, in order. */
  readonly parameters: readonly Span[];
}

export interface Span {
  readonly a: number;
  readonly b: number;
}

/**
 * The queries of one file, as pgtyped reads them.
 *
 * @throws UnreadableQueryFile, also for a character beyond U+FFFF: pgtyped counts it as one and JavaScript as two, and the parameters
 * after it would be put in the wrong places
 */
export async function parseQueryFile(file: string, text: string): Promise<readonly Query[]> {
  const wide = /[\u{10000}-\u{10FFFF}]/u.exec(text);
  if (wide) {
    const reason = `pgtyped miscounts ${wide[0]}, pass it as a parameter or write it as an escape`;
    throw new UnreadableQueryFile({ reason, frame: frameAt(file, text, wide.index) });
  }
  // Its grammar takes a while to load, and whoever watches needs it after the first save only.
  const [{ parseSQLFile, queryASTToIR }, { processSQLQueryIR }] = await Promise.all([
    import('@pgtyped/parser'),
    import('@pgtyped/runtime'),
  ]);
  const { queries, events } = parseSQLFile(text);
  const [event] = events;
  if (event) throw new UnreadableQueryFile({ reason: event.message.text, frame: frameAt(file, text, event.location?.a ?? 0) });
  if (queries.length === 0) throw new UnreadableQueryFile({ reason: 'no @name was found', frame: frameAt(file, text, 0) });
  return queries.map((ast) => {
    const ir = queryASTToIR(ast);
    return {
      name: ast.name,
      file,
      text,
      offset: ast.statement.loc.a,
      statement: processSQLQueryIR(ir).query,
      parameters: ir.params.flatMap(({ locs }) => locs).sort((one, other) => one.a - other.a),
    };
  });
}
