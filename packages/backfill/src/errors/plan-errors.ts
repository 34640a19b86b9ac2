import { GodwitError } from '@godwit/diagnostics';

/** A batch would read all of a large table, each time. */
export class ScansTable extends GodwitError {
  constructor(options: {
    readonly file: string;
    readonly table: string;
    readonly rows: number;
    readonly index: string | null;
    readonly plan: string;
  }) {
    const { file, table, rows, index, plan } = options;
    super({
      code: 'GW420',
      message: `${file} reads all of ${table} in each batch (about ${rows} rows)`,
      details: plan.split('\n'),
      help: [
        index === null
          ? `Bound ${table} by the keys of the batch, or give it an index on what it is joined by.`
          : `Give it an index, in a revision of its own before:   ${index}`,
        'When it is meant so, run it all the same: --accept-scan',
      ].join('\n'),
    });
  }
}
