import { type CodeFrame, GodwitError } from '@godwit/diagnostics';

/** `current.sql` and `current/` are both there, or one of them is something else than its name says. */
export class CurrentMisplaced extends GodwitError {
  constructor(message: string, help: string) {
    super({ code: 'GW330', message, help });
  }
}

/** A file of `current/` whose name gives it no place, or a place that another one has. */
export class CurrentFileName extends GodwitError {
  readonly path: string;

  constructor(options: { readonly path: string; readonly because: string }) {
    super({
      code: 'GW331',
      message: `${options.path} has no place of its own in the revision: ${options.because}`,
      help: 'name it by its place: 001.sql, 002-indexes.sql; what is no part of the revision goes elsewhere, or ends in something else than .sql',
    });
    this.path = options.path;
  }
}

/** What was written cannot run as a revision, or as its way back. */
export class CurrentRefused extends GodwitError {
  constructor(options: { readonly message: string; readonly frame: CodeFrame; readonly help: string | null }) {
    const { message, frame, help } = options;
    super({
      code: 'GW332',
      message: `${frame.file}: ${message}`,
      frame,
      help: help ?? 'correct it, and run the command again; nothing was committed',
    });
  }
}

/** A revision that was committed from a folder cannot be split into its files again. */
export class SplitMarkersOutOfOrder extends GodwitError {
  constructor(file: string, before: string) {
    super({
      code: 'GW337',
      message: `The marker "--! split: ${file}" comes after that of ${before}, and numbers may only rise`,
      help: 'correct the markers in the committed file, or replace the folder current/ by an empty current.sql: there the markers are comments',
    });
  }
}
