import { GodwitError } from '@godwit/diagnostics';

/** graphile-migrate said no; it has printed why. */
export class GraphileMigrateFailed extends GodwitError {
  constructor(command: string, exitCode: number) {
    super({
      code: 'GW523',
      message: `graphile-migrate ${command} ended with exit code ${exitCode}`,
      help: 'its own message stands above',
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
