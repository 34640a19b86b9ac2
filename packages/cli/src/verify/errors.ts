import { GodwitError } from '@godwit/diagnostics';

/** Nobody can say which checks are true of the database. */
export class PlaceUnknown extends GodwitError {
  constructor(database: string, options: { readonly because: string; readonly details: readonly string[]; readonly help: string }) {
    const { because, details, help } = options;
    super({ code: 'GW572', message: `Nobody can say which checks are true of ${database}: ${because}`, details, help });
  }
}

/** The file for a CI server cannot be written. */
export class ReportNotWritable extends GodwitError {
  constructor(file: string, cause: unknown) {
    super({
      code: 'GW573',
      message: `${file} cannot be written`,
      cause,
      help: 'name a file in a folder that exists and is yours: --junit verify.xml',
    });
  }
}
