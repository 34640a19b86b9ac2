import { GodwitError } from '@godwit/diagnostics';

/** What watch has applied cannot be taken back from here: its way back has not been computed. */
export class UndoUnknown extends GodwitError {
  constructor() {
    super({
      code: 'GW233',
      message: 'The revision that is being written is applied to this database, and its way back is not known yet',
      details: ['godwit watch was cut off before it could say how to take it back'],
      help: 'godwit watch --undo',
      exitCode: 3,
    });
  }
}
