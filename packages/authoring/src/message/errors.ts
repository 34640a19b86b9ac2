import { GodwitError } from '@godwit/diagnostics';

/** No message, or one that says nothing. */
export class VagueMessage extends GodwitError {
  constructor(message: string | null, command: string) {
    super({
      code: 'GW310',
      message: message === null ? 'A revision needs a message' : `'${message}' does not say what the revision does`,
      help: `say what changes, and why when it is not plain:\ngodwit ${command} -m "Add book_quality field for narrator matching"`,
    });
  }
}

/** A message that cannot be written to the header of a file. */
export class UnusableMessage extends GodwitError {
  constructor(reason: 'too long' | 'control character') {
    super({
      code: 'GW311',
      message: `The message cannot be used: ${reason}`,
      help: 'one line of at most 512 characters; what is longer belongs into a comment in the SQL',
    });
  }
}
