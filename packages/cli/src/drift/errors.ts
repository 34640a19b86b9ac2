import { GodwitError, shellWord } from '@godwit/diagnostics';

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

/** There is nowhere to build what the database should look like. */
export class NothingToCompare extends GodwitError {
  constructor({ details, help, cause }: { readonly details: readonly string[]; readonly help: string; readonly cause: unknown }) {
    super({
      code: 'GW593',
      message: 'What the revisions make cannot be built here, so there is nothing to compare with',
      details,
      help: `${help}\nor bring it along in a file: godwit drift --export expected.json, where a shadow database can be made,\nand here: godwit drift --expected expected.json`,
      cause,
    });
  }
}

/** A file that was named is not what `drift --export` writes. */
export class ExpectedUnreadable extends GodwitError {
  constructor(path: string, cause: unknown) {
    super({
      code: 'GW594',
      message: `${path} does not say what a revision makes`,
      details: [isMissing(cause) ? 'it is not there' : 'it was not written by this version of Godwit, or not to its end'],
      help: `write it where a shadow database can be made: godwit drift --export ${shellWord(path)}`,
      cause,
    });
  }
}

/** It is of another revision than the database. */
export class ExpectedOfAnother extends GodwitError {
  constructor(options: { readonly path: string; readonly revision: string; readonly database: string; readonly at: string }) {
    const { path, revision, database, at } = options;
    super({
      code: 'GW595',
      message: `${path} is of another revision than the database`,
      details: [`it says what ${revision} makes`, `${database} stands at ${at}`],
      help: 'take the file that was written with the revisions which were deployed last\nor, where the database is behind: godwit upgrade',
    });
  }
}

export class ExpectedUnwritable extends GodwitError {
  constructor(path: string, cause: unknown) {
    super({
      code: 'GW596',
      message: `${path} cannot be written`,
      help: 'name a file in a folder that exists and is yours: --export expected.json',
      cause,
    });
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
