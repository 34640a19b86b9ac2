import { type CodeFrame, GodwitError } from '@godwit/diagnostics';

/** There is no folder with SQL in it. */
export class NoSchemaFolder extends GodwitError {
  constructor(folder: string, why: string, help = 'name a folder that holds .sql files, a database, or a revision') {
    super({
      code: 'GW312',
      message: `There is no schema in ${folder}: ${why}`,
      help,
    });
  }
}

/** A statement of a folder of SQL cannot be run, in whatever order the files are taken. */
export class SchemaFolderFailed extends GodwitError {
  constructor(frame: CodeFrame, reason: string, others: number) {
    super({
      code: 'GW313',
      message: `${frame.file} cannot be built: ${reason}`,
      frame,
      details: others === 0 ? [] : [`and ${others} more ${others === 1 ? 'statement' : 'statements'}, which may follow from it`],
      help: 'correct the file; what it refers to has to be in the folder as well',
    });
  }
}
