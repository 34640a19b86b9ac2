import { GodwitError } from '@godwit/diagnostics';

/** The table is not in the database, or not visible to this role. */
export class NoSuchTable extends GodwitError {
  constructor(backfill: string, table: string) {
    super({
      code: 'GW407',
      message: `The backfill ${backfill} walks ${table}, and there is no such table here`,
      help: 'Write it with its schema, as in shelf.books; apply what is pending: godwit upgrade',
    });
  }
}

/** Keys are what a backfill walks by, remembers and reports. */
export class NoUsableKey extends GodwitError {
  constructor(table: string, reason: string, columns: readonly string[]) {
    super({
      code: 'GW408',
      message: `${table} cannot be walked: ${reason}`,
      help: [
        columns.length === 0
          ? 'Give it a primary key, or a unique index over columns that are not null, in a revision before:'
          : 'A key needs a unique index over exactly these columns, each of them not null, in a revision before:',
        columns.length === 0
          ? `  alter table ${table} add column id bigint generated always as identity;   rewrites the table: on a large one add, backfill and validate`
          : `  create unique index concurrently on ${table} (${columns.join(', ')});`,
        `and name its columns as "key" in the definition.`,
      ].join('\n'),
    });
  }
}
