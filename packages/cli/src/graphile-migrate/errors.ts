import { GodwitError } from '@godwit/diagnostics';

/** The history has to be tried on a shadow database, and there is no safe place for one. */
export class ShadowRefused extends GodwitError {
  constructor(database: string) {
    super({
      code: 'GW520',
      message: `There is no shadow database for ${database}`,
      details: ['a shadow database is erased on each commit, so it is never made on a remote server'],
      help: 'export SHADOW_DATABASE_URL="postgres://localhost/app_shadow"',
    });
  }
}

/** `commit` without a message, or with one that says nothing. */
export class VagueMessage extends GodwitError {
  constructor(message: string | null) {
    super({
      code: 'GW521',
      message: message === null ? 'A revision needs a message' : `'${message}' does not say what the revision does`,
      help: 'say what changes, and why when it is not plain:\n-m "Add book_quality field for narrator matching"',
    });
  }
}

/** `current.sql` holds nothing but comments. */
export class NothingToCommit extends GodwitError {
  constructor(file: string) {
    super({ code: 'GW522', message: `${file} holds no SQL`, help: `write the revision to ${file} first` });
  }
}

/** graphile-migrate said no; it has printed why. */
export class GraphileMigrateFailed extends GodwitError {
  constructor(command: string, exitCode: number) {
    super({
      code: 'GW523',
      message: `graphile-migrate ${command} ended with exit code ${exitCode}`,
      help: 'its own message stands above; nothing was committed',
    });
  }
}

/** Godwit and graphile-migrate would work on two folders. */
export class FoldersDiffer extends GodwitError {
  constructor(theirs: string, ours: string) {
    super({
      code: 'GW524',
      message: `graphile-migrate would work on ${theirs}, and Godwit works on ${ours}`,
      help: `put "migrationsFolder": "./${ours}" into .gmrc`,
    });
  }
}
