import { type System, seeds } from '@godwit/migrations/seeds';
import type { Client } from '@godwit/postgres';
import { SeedsRefused, UnknownSystem } from './errors.ts';
import { readSeedTables } from './read-seed-tables.ts';
import type { SeededSystem, SeedMode, SeedReport } from './report.ts';
import { seedSystem } from './seed-system.ts';
import type { SeedRows } from './seed-table.ts';

export interface SeedOptions {
  /** Outside a transaction. */
  readonly client: Client;
  /**
   * - `load` inserts the seed rows whose primary key is free, leaves all others as they are, and sets sequences past the ids
   * - `check` counts missing and different rows, and changes nothing
   * - `clear` deletes the seed rows, and refuses when that would take anything else
   */
  readonly mode: SeedMode;
  /** Of the five systems; all when left out. */
  readonly systems?: readonly string[] | undefined;
  /** What the database or the environment says of itself; then every mode is refused. */
  readonly isProduction: boolean;
  /** `clear` only: also delete seed rows that were changed, and rows that refer to seed rows. */
  readonly acceptDataLoss?: boolean | undefined;
}

/**
 * Loads, checks or clears the seed data, a transaction for each system: an error leaves that system as it was.
 * Loading again inserts nothing. Rows are matched by primary key and compared in the columns that the seed data name.
 *
 * @throws SeedsRefused, UnknownSystem, SeedTargetsMissing (not at head), SeedRowsRejected (the server's reason), SeedRowsInUse (clear),
 * SeedTableWithoutKey, SeedOrderCircle
 */
export async function seedDatabase(options: SeedOptions): Promise<SeedReport> {
  const { client, mode, isProduction, acceptDataLoss = false } = options;
  if (isProduction) throw new SeedsRefused();
  const wanted = chosen(options.systems).map((system) => ({ system, rows: rowsOf(system) }));
  // All of them first: a database that is not at head gets no half of it.
  for (const { rows } of wanted) await readSeedTables(client, rows);
  const systems: SeededSystem[] = [];
  for (const { system, rows } of wanted) systems.push({ system, tables: await seedSystem({ client, mode, seeds: rows, acceptDataLoss }) });
  return { mode, systems };
}

function rowsOf(system: System): readonly SeedRows[] {
  return Object.entries(seeds[system]).map(([table, rows]) => ({ table, rows }));
}

/** The systems that have seed data, in the order in which they are loaded. */
export const seedSystems: readonly System[] = ['shelf', 'verse', 'anki', 'mam', 'charts'];

function chosen(names: readonly string[] | undefined): readonly System[] {
  const unknown = names?.find((name) => !seedSystems.some((system) => system === name));
  if (unknown !== undefined) throw new UnknownSystem(unknown, seedSystems);
  return names === undefined ? seedSystems : seedSystems.filter((system) => names.includes(system));
}
