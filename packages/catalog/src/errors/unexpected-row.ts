import { GodwitError } from '@godwit/diagnostics';
import * as v from 'valibot';

/** The server described an object in a way that this version does not know: usually a PostgreSQL newer than Godwit. */
export class UnexpectedRow extends GodwitError {
  readonly object: string;

  constructor(object: string, issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]) {
    super({
      code: 'GW172',
      message: `The server describes ${object} in a way that this version of Godwit does not know`,
      details: issues.slice(0, 3).map((issue) => `${v.getDotPath(issue) ?? object}: ${issue.message}`),
      help: 'PostgreSQL 15 to 18 are known. With a newer server, update Godwit',
    });
    this.object = object;
  }
}
