import { GodwitError } from '@godwit/diagnostics';

/** A script cannot settle what a crashed run left, which every plan begins with. */
export class ScriptBlocked extends GodwitError {
  constructor(revision: string) {
    super({
      code: 'GW552',
      message: `${revision} began outside a transaction and never said how it ended, so no script can go on from here`,
      help: 'settle it first: godwit repair',
      exitCode: 3,
    });
  }
}

/** A revision holds the name of the database, and nothing says which database the script is for. */
export class ScriptNeedsDatabase extends GodwitError {
  constructor(revision: string, placeholder: string) {
    super({
      code: 'GW553',
      message: `${revision} holds ${placeholder}, and no database is named`,
      help: 'say for which one the script is (it is not connected to): --database postgres://user@host/database',
    });
  }
}

/** What the help says where a script is asked for and nothing names a database: with both ends of the way none is needed. */
export function withoutDatabase(command: string): string {
  return `Without a database, say from where to where: godwit ${command} --sql`;
}
