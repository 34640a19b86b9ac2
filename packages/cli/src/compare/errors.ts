import { GodwitError } from '@godwit/diagnostics';

/** A word that is neither a place in the history, nor a folder, nor a database. */
export class UnknownOperand extends GodwitError {
  constructor(text: string, cause: GodwitError) {
    super({
      code: 'GW314',
      message: `${JSON.stringify(text)} is no revision, no folder and no database on this server`,
      details: cause.details,
      cause,
      help: [
        ...(cause.help?.split('\n').filter((line) => line.startsWith('did you mean')) ?? []),
        'a revision: godwit history',
        'a folder: give its path, such as ./schema',
        'a database elsewhere: give its URL',
      ].join('\n'),
    });
  }
}
