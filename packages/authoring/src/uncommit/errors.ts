import { GodwitError } from '@godwit/diagnostics';

/** There is no revision to open, or it is not the one that was named. */
export class NothingToOpen extends GodwitError {
  constructor() {
    super({ code: 'GW355', message: 'There is no revision to open again', help: 'godwit history lists those that are committed' });
  }
}

/** What stands in `current.sql` or `revert.sql` would be lost. */
export class UnsavedCurrent extends GodwitError {
  readonly path: string;

  constructor(path: string, revision: string) {
    super({
      code: 'GW356',
      message: `${path} is not blank, and ${revision} would take its place`,
      help: 'commit it first (godwit commit -m "…"), or move it elsewhere',
    });
    this.path = path;
  }
}

/** A revision is open already. */
export class AlreadyOpen extends GodwitError {
  constructor(opened: string) {
    super({
      code: 'GW357',
      message: `${opened} is open already, and the revisions after it are set aside`,
      help: 'finish it: godwit commit\nor put everything back as it was: godwit amend --undo',
    });
  }
}

/** `amend --undo` without a revision that is open. */
export class NothingOpen extends GodwitError {
  constructor() {
    super({ code: 'GW358', message: 'No revision is open, so there is nothing to put back', help: 'godwit amend TARGET opens one' });
  }
}

/** A database that others use holds the revision: it can be changed there only by a new one. */
export class HeldElsewhere extends GodwitError {
  constructor(revision: string, database: string) {
    super({
      code: 'GW359',
      message: `${revision} is applied on ${database}, so it cannot be opened again`,
      help: 'write a new revision that changes what it made: godwit revision -m "…"',
    });
  }
}
