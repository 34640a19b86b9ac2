import type { ErrorFields } from '../wire/backend-messages.ts';

/** Something that is said to a client as an ErrorResponse. With `severity: 'FATAL'` the connection ends after it. */
export class ClientError extends Error {
  readonly fields: ErrorFields;

  constructor(fields: ErrorFields) {
    super(fields.message);
    this.name = 'ClientError';
    this.fields = fields;
  }
}

export function unknownDatabase(name: string, severity: 'ERROR' | 'FATAL'): ClientError {
  return new ClientError({ severity, code: '3D000', message: `database "${name}" does not exist` });
}
