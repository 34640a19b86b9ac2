import { type CodeFrame, frameAt, GodwitError } from '@godwit/diagnostics';
import type { Check } from '../checks/check.ts';
import { titleOf } from '../checks/choose-checks.ts';

/** The server refused a statement of a check, so that nothing is known of what it looks at. */
export class CheckStatementFailed extends GodwitError {
  readonly sqlState: string;

  constructor(options: {
    readonly sqlState: string;
    readonly message: string;
    readonly details: readonly string[];
    readonly frame: CodeFrame;
    readonly help: string;
    readonly cause: unknown;
  }) {
    const { sqlState, ...rest } = options;
    super({ code: 'GW568', ...rest });
    this.sqlState = sqlState;
  }
}

/** The last statement of a check gives nothing to compare. */
export class NothingToCompare extends GodwitError {
  constructor({ file }: Pick<Check, 'file'>, offset: number, columns: readonly string[]) {
    super({
      code: 'GW569',
      message: 'The last statement does not give the columns expected and found',
      details: [columns.length === 0 ? 'it gives no columns' : `it gives ${columns.join(', ')}`],
      help: "name them: select 'ready' as expected, status as found from …\nor say which error must come, or which index must be used: --! Raises: 23505, --! Uses: ix_books_title",
      frame: frameAt(file.path, file.text, offset),
    });
  }
}

/** The connection broke in the middle. Whatever the check did is rolled back by the server. */
export class VerifyConnectionLost extends GodwitError {
  constructor(check: Check, options: { readonly done: number; readonly of: number; readonly reason: string; readonly cause: unknown }) {
    const { done, of, reason, cause } = options;
    super({
      code: 'GW571',
      message: `The connection to the database was lost: ${reason}`,
      details: [`in the check ${titleOf(check)}`, `${done} of ${of} checks were made before it`],
      help: 'nothing was changed; when the server is back (godwit wait), run the command again',
      cause,
    });
  }
}
