import { GodwitError } from '@godwit/diagnostics';

/** Nothing says what the database should look like. */
export class NothingApplied extends GodwitError {
  constructor(database: string) {
    super({
      code: 'GW590',
      message: `${database} stands at no revision`,
      details: ['nothing says what it should look like'],
      help: ['what it has that a revision has not: godwit diff 24', 'when it looks like one of them already: godwit stamp 24'].join('\n'),
    });
  }
}

/** The revision at which the database stands is not on this disk. */
export class DriftUnknown extends GodwitError {
  constructor(database: string, revision: string) {
    super({
      code: 'GW591',
      message: `${database} stands at ${revision}, which this disk does not have`,
      help: 'bring the history up to date: git pull\nwhere a merge has moved the revision, follow it first: godwit upgrade',
    });
  }
}

/** Somebody changed the database while it was compared. */
export class MovedMeanwhile extends GodwitError {
  constructor(database: string) {
    super({ code: 'GW592', message: `${database} went to another revision while it was compared`, help: 'run it again' });
  }
}
