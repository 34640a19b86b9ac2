import { GodwitError, suggest } from '@godwit/diagnostics';
import type { DatabaseError } from 'pg';

const UNIQUE_VIOLATION = '23505';

/** Seed data and production do not mix, whatever the mode. */
export class SeedsRefused extends GodwitError {
  constructor() {
    super({
      code: 'GW190',
      message: 'This is a production database: it takes no seed data',
      help: 'name another database: DATABASE_URL=postgres://… pnpm seed',
    });
  }
}

/** A system that no seed data exist for. */
export class UnknownSystem extends GodwitError {
  readonly system: string;

  constructor(system: string, known: readonly string[]) {
    const near = suggest(system, known);
    super({
      code: 'GW191',
      message: `There is no system ${system}`,
      details: near.length > 0 ? [`did you mean ${near.join(' or ')}?`] : [],
      help: `the systems are ${known.join(', ')}: pnpm seed ${known[0] ?? ''}`,
    });
    this.system = system;
  }
}

/** Tables or columns of the seed data that this database does not have, because it is not at head. */
export class SeedTargetsMissing extends GodwitError {
  readonly missing: readonly string[];

  constructor(missing: readonly string[]) {
    super({
      code: 'GW192',
      message: 'Seed data fit the schema at head, and this database is not there',
      details: missing.map((name) => `missing: ${name}`),
      help: 'pnpm migrate upgrade head, then pnpm seed',
    });
    this.missing = missing;
  }
}

/** Without a primary key nobody can tell which rows were seeded. */
export class SeedTableWithoutKey extends GodwitError {
  constructor(table: string) {
    super({
      code: 'GW193',
      message: `${table} has no primary key, so its seed rows cannot be told from others`,
      help: `give ${table} a primary key, or leave it out of migrations/seeds`,
    });
  }
}

/** Tables whose foreign keys go in a circle: no order of loading satisfies them. */
export class SeedOrderCircle extends GodwitError {
  readonly tables: readonly string[];

  constructor(tables: readonly string[]) {
    super({
      code: 'GW194',
      message: `The foreign keys of ${[...tables, tables[0]].join(' → ')} go in a circle, so there is no order to load them in`,
      help: 'leave one of these tables out of migrations/seeds',
    });
    this.tables = tables;
  }
}

/** The server refused seed rows; nothing of the system was changed. */
export class SeedRowsRejected extends GodwitError {
  readonly table: string;

  constructor(table: string, cause: DatabaseError) {
    super({
      code: 'GW197',
      message: `Seed rows of ${table} were refused: ${cause.message}`,
      details: [...(cause.detail === undefined ? [] : [cause.detail]), `nothing was changed in the schema ${table.split('.')[0]}`],
      help:
        cause.code === UNIQUE_VIOLATION
          ? 'a row of yours holds the value that a seed row needs: change that row, or seed another database'
          : 'seed data fit the schema at head: pnpm migrate status',
      cause,
    });
    this.table = table;
  }
}

/** Clearing would take more than the seed rows as they were loaded. */
export class SeedRowsInUse extends GodwitError {
  constructor(facts: readonly string[]) {
    super({
      code: 'GW196',
      message: 'Clearing the seed data would also take work of yours',
      details: facts,
      help: 'pnpm seed --clear --accept-data-loss deletes these too',
      exitCode: 3,
    });
  }
}
