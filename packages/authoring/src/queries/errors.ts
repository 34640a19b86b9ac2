import { type CodeFrame, GodwitError } from '@godwit/diagnostics';

/** A `.sql` file of queries that pgtyped's parser does not understand. */
export class UnreadableQueryFile extends GodwitError {
  /** One line, as pgtyped puts it. */
  readonly reason: string;

  constructor({ reason, frame }: { readonly reason: string; readonly frame: CodeFrame }) {
    super({
      code: 'GW390',
      message: `${frame.file}:${frame.line} is not a file of annotated queries: ${reason}`,
      frame,
      help: 'a query is /* @name FindBooks */ select … ; with parameters as :name or :name! (see https://pgtyped.dev/docs/sql-file)',
    });
    this.reason = reason;
  }
}
