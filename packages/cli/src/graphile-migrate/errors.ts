import { type CodeFrame, GodwitError } from '@godwit/diagnostics';
import { type DatabaseSettings, quoteIdentifier, toDatabaseUrl } from '@godwit/postgres';

/** The history has to be tried on a shadow database, and there is no safe place for one. */
export class ShadowRefused extends GodwitError {
  constructor(database: string) {
    super({
      code: 'GW520',
      message: `There is no shadow database for ${database}`,
      details: ['A shadow database is erased on each commit, so it is never made on a remote server'],
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
      help: 'say what changes, and why when it is not plain:\ngodwit commit -m "Add book_quality field for narrator matching"',
    });
  }
}

/** There is no SQL to commit: nothing but comments, or no file. */
export class NothingToCommit extends GodwitError {
  constructor(file: string) {
    super({
      code: 'GW522',
      message: `There is no SQL in ${file}`,
      help: `write the revision to ${file} first, and its way back to revert.sql`,
    });
  }
}

/** graphile-migrate said no; it has printed why. */
export class GraphileMigrateFailed extends GodwitError {
  constructor(command: string, exitCode: number) {
    super({
      code: 'GW523',
      message: `graphile-migrate ${command} ended with exit code ${exitCode}`,
      help: `its own message stands above${command === 'watch' ? '' : '; no file was changed'}`,
    });
  }
}

/** Godwit and graphile-migrate would work on two folders. */
export class FoldersDiffer extends GodwitError {
  constructor(theirs: string, ours: string) {
    super({
      code: 'GW524',
      message: `Folders differ: graphile-migrate would work on ${theirs}, and Godwit works on ${ours}`,
      help: `put "migrationsFolder": "./${ours}" into .gmrc`,
    });
  }
}

/** What was written cannot run as a revision, or as its way back. */
export class CurrentRefused extends GodwitError {
  constructor(options: { readonly message: string; readonly frame: CodeFrame; readonly help: string | null }) {
    const { message, frame, help } = options;
    super({
      code: 'GW525',
      message: `${frame.file}: ${message}`,
      frame,
      help: help ?? 'correct it, and run the command again; nothing was committed',
    });
  }
}

/** There is no revision to open again, or something is in its place. */
export class NothingToUncommit extends GodwitError {
  constructor(message: string, help: string) {
    super({ code: 'GW526', message, help });
  }
}

/** The role may not make the shadow database. */
export class ShadowNotPermitted extends GodwitError {
  constructor({ user: role, ...server }: DatabaseSettings, name: string, cause: unknown) {
    const urlOf = (database: string) => toDatabaseUrl({ ...server, user: 'postgres', database, password: undefined }, { password: false });
    super({
      code: 'GW527',
      message: `The role ${role} may not create the shadow database ${name}`,
      cause,
      help: [
        `as a superuser: alter role ${quoteIdentifier(role)} createdb;`,
        'or let another role make it anew for each commit:',
        `  export ROOT_DATABASE_URL="${urlOf('postgres')}" SHADOW_DATABASE_URL="${urlOf(name)}"`,
      ].join('\n'),
    });
  }
}
