export type SeedMode = 'load' | 'check' | 'clear';

/** What became of the seed rows of one table. */
export interface SeededTable {
  /** `shelf.books`. */
  readonly table: string;
  /** In the seed data. */
  readonly rows: number;
  /** By `load`; 0 in the other modes. */
  readonly inserted: number;
  /** By `clear`; 0 in the other modes. Rows that went with others by `on delete cascade` are not counted. */
  readonly deleted: number;
  /** Not in the database, after loading and before clearing. */
  readonly missing: number;
  /** There under the same key with another value; loading leaves them as they are. */
  readonly different: number;
}

export interface SeededSystem {
  readonly system: string;
  /** In the order in which they were loaded. */
  readonly tables: readonly SeededTable[];
}

export interface SeedReport {
  readonly mode: SeedMode;
  readonly systems: readonly SeededSystem[];
}

/** Whether the database holds every seed row with the values of the seed data. */
export function isSeeded(report: SeedReport): boolean {
  return report.systems.every(({ tables }) => tables.every(({ missing, different }) => missing === 0 && different === 0));
}
