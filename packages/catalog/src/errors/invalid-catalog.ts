import { GodwitError } from '@godwit/diagnostics';
import * as v from 'valibot';

/** Something that should be a catalog, or a row of one, has another shape. */
export class InvalidCatalog extends GodwitError {
  constructor(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]) {
    super({
      code: 'GW173',
      message: 'This is not a catalog that this version of Godwit understands',
      details: issues.slice(0, 3).map((issue) => `${v.getDotPath(issue) ?? 'catalog'}: ${issue.message}`),
      help: 'It was written by another version of Godwit or changed by hand: extract it again with this version',
    });
  }
}
